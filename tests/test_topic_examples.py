"""The examples of the topics, which are data: `[[examples]]` in `src/readouts/lexicon/topics/*.toml`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from readouts.coder import Knowledge, load_knowledge
from readouts.seeds.read import read_actors, read_occasions
from readouts.tables.codes import codes
from topic_examples import Example, differences, read_examples

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

SEEDS = Path(__file__).parents[1] / "seeds"
EXAMPLES = read_examples()
POSITIVE, NEGATIVE = 6, 4


def parameter(example: Example) -> ParameterSet:
    marks = [pytest.mark.xfail(reason=example.gap, strict=True)] if example.gap else []
    return pytest.param(example, id=example.title, marks=marks)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(read_actors(SEEDS / "actors.csv"), read_occasions(SEEDS / "occasions.csv"))


@pytest.mark.parametrize("example", [parameter(example) for example in EXAMPLES])
def test_an_example_is_coded_as_its_topic_says(example: Example, knowledge: Knowledge) -> None:
    told = differences(example, knowledge)
    if told:
        pytest.fail("\n".join([example.text, "", *(f"  - {each}" for each in told)]), pytrace=False)


@pytest.mark.parametrize("topic", codes("topic"))
def test_every_topic_has_examples_of_what_it_is_and_of_what_it_is_not(topic: str) -> None:
    kinds = Counter(bool(example.coded) for example in EXAMPLES if example.topic == topic)
    assert kinds[True] >= POSITIVE
    assert kinds[False] >= NEGATIVE


def test_no_example_stands_twice() -> None:
    texts = Counter((example.topic, example.text) for example in EXAMPLES)
    assert [text for text, times in texts.items() if times > 1] == []


def test_what_differs_is_told_in_plain_words(knowledge: Knowledge) -> None:
    text = (
        "Finland supports the territorial integrity of Moldova, Finnish Foreign Minister Sanna Koskela said."
    )
    rows = ({"holder": "FIN", "stance": "oppose", "target": "MDA"}, {"holder": "MDA", "stance": "support"})
    told = differences(Example("territorial_integrity", text, rows), knowledge)
    assert [each.split(" (rule")[0] for each in told] == [
        "FIN: stance is support, should be oppose",
        "missed: holder MDA, stance support",
    ]


def test_what_no_row_asks_for_is_told_as_too_much(knowledge: Knowledge) -> None:
    text = (
        "Finland supports the territorial integrity of Moldova, Finnish Foreign Minister Sanna Koskela said."
    )
    told = differences(Example("territorial_integrity", text, ()), knowledge)
    assert [each.split(",")[0] for each in told] == ["found too much: holder FIN"]
