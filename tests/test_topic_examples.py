"""The examples of the topics, which are data: `[[examples]]` in `src/readouts/lexicon/topics/*.toml`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from known_gaps import parameter, refuse
from readouts.tables.codes import codes
from topic_examples import Example, differences, read_examples

if TYPE_CHECKING:
    from readouts.coder import Knowledge

EXAMPLES = read_examples()
POSITIVE, NEGATIVE = 6, 4


@pytest.mark.parametrize("example", [parameter(example, example.title, example.gap) for example in EXAMPLES])
def test_an_example_is_coded_as_its_topic_says(example: Example, knowledge: Knowledge) -> None:
    refuse(example.text, differences(example, knowledge))


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
