"""What codes and sides are called on pictures and pages."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from readouts.plain import side_name, word, worded
from readouts.tables.codes import codes, vocabularies

HELD = tomllib.loads((Path(__file__).parents[1] / "src/readouts/plain/words.toml").read_text("utf-8"))
OTHER_FORMS = {"event_types": "event_type", "told_by": "voice"}
"""The same codes, as other words of a sentence."""


@pytest.mark.parametrize("vocabulary", ["status", "topic", "core_topic", "stance", "act", "voice", "element"])
def test_each_code_has_a_plain_word(vocabulary: str) -> None:
    assert set(codes(vocabulary)) <= set(worded(vocabulary))
    assert not any("_" in word(vocabulary, code) for code in codes(vocabulary))


def test_each_kind_of_event_has_a_heading() -> None:
    assert set(worded("event_types")) == set(codes("event_type"))


@pytest.mark.parametrize("section", HELD)
def test_words_are_of_codes_that_are_there(section: str) -> None:
    vocabulary = OTHER_FORMS.get(section, section)
    assert vocabulary in vocabularies()
    assert set(HELD[section]) <= set(codes(vocabulary))


def test_words_stand_in_the_middle_of_a_sentence() -> None:
    names = ("Belt", "China", "Taiwan")
    large = [told for held in HELD.values() for told in held.values() if told[0].isupper()]
    assert [told for told in large if not told.startswith(names)] == []


@pytest.mark.parametrize(
    ("vocabulary", "code"), [("area", "law_enforcement"), ("no such", "law_enforcement")]
)
def test_a_code_without_a_word_loses_its_underscores(vocabulary: str, code: str) -> None:
    assert word(vocabulary, code) == "law enforcement"


def test_states_are_called_by_name_and_others_what_they_are() -> None:
    assert [side_name(name) for name in ("AZE", "CHN", "European Union")] == [
        "Azerbaijan",
        "China",
        "European Union",
    ]
