"""Who is the subject of a verb, and where a sentence falls into segments. The cases are lines of a table."""

from __future__ import annotations

import pytest

from case_tables import cases, title
from read_sentences import place_of, reading, words_of


@pytest.mark.parametrize(("case", "expected"), cases("subjects.tsv", given=2), ids=title)
def test_the_subject_of_a_verb(case: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    text, verb = case
    subject = reading(text).clauses.subject(place_of(text, verb))
    words = "a thing" if subject is None else " + ".join(words_of(text, item) for item in subject)
    assert [(words,)] == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Poland met Chile.", "main"),
        ("Poland met Chile, and Peru left.", "main comma"),
        ("Poland said that Chile left.", "main that"),
        ("Poland said Chile supports Peru.", "main that"),
        ("Poland met Chile, which supports Peru.", "main relative"),
        ("Poland met Chile while Peru supports Kenya.", "main subordinate"),
        ("Poland met Chile and Peru supports Kenya.", "main coordinate"),
        ("Poland and Chile support Peru.", "main"),
        ("The stance that supports Chile won.", "main relative"),
    ],
)
def test_the_segments_of_a_sentence(text: str, kinds: str) -> None:
    segments = reading(text).clauses.segments
    assert " ".join(segment.kind for segment in segments) == kinds


def test_the_segments_cover_the_sentence_and_every_item_knows_its_own() -> None:
    clauses = reading("Thanking Chile, Poland said that Peru, which left, supports it.").clauses
    assert [s.first for s in clauses.segments] == [0, *(s.last for s in clauses.segments[:-1])]
    assert clauses.segments[-1].last == len(clauses.items)
    for place in range(len(clauses.items)):
        assert clauses.segment(place).first <= place < clauses.segment(place).last
