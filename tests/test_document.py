"""Layout: where sentences end, what is quoted, what a paragraph is. The cases are lines of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from case_tables import cases, title
from read_sentences import findings

if TYPE_CHECKING:
    from readouts.coder.text.document import Document


def document(text: str) -> Document:
    return findings(text).document


@pytest.mark.parametrize(("case", "expected"), cases("sentences.tsv", given=1), ids=title)
def test_the_sentences_of_a_text(case: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    (text,) = case
    assert [text[s.start : s.end] for s in document(text).sentences] == expected[0][0].split(" | ")


@pytest.mark.parametrize(("case", "expected"), cases("quotations.tsv", given=1), ids=title)
def test_the_quotations_of_a_text(case: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    (text,) = case
    told = [words for (row,) in expected for words in row.split(" | ")]
    assert [text[q.start : q.end].replace("\n", r"\n") for q in document(text).quotes] == told


BODY = "Nowak met Rojas in Oslo today, and they talked about fish and about ships for hours."


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        (f"Ministers of two states meet\n{BODY}", ["headline", "body"]),
        (f"{BODY}\nThe next steps\n{BODY}", ["body", "subhead", "body"]),
        (f"{BODY}\nPress service", ["body", "signature"]),
        (f"FOR IMMEDIATE RELEASE\n{BODY}", ["header", "body"]),
        (f"{BODY}\nThey left.", ["body", "body"]),
        ("Ministers meet", ["signature"]),
        (f"Ministers meet\n\n  \n{BODY}", ["headline", "body"]),
    ],
)
def test_a_paragraph_is_known_by_its_place_and_length(text: str, zones: list[str]) -> None:
    assert [paragraph.zone for paragraph in document(text).paragraphs] == zones


def test_a_dateline_is_no_part_of_a_sentence() -> None:
    text = "OSLO, March 4 (Lena News) -- Nowak met Rojas."
    assert [text[s.start : s.end] for s in document(text).sentences] == ["Nowak met Rojas."]


def test_a_position_tells_its_sentence_and_whether_it_is_quoted() -> None:
    text = 'He said "we met". She left.'
    found = document(text)
    assert found.is_quoted(text.index("met"))
    assert not found.is_quoted(text.index("left"))
    second = found.sentence_at(text.index("left"))
    assert second is not None
    assert second.index == 1
    assert found.sentence_at(len(text)) is None
