"""Texts that are not read because nobody in them could act for a state, and those that must be."""

from __future__ import annotations

import pytest

from coder_bench import read_cases
from invented_news import article, knowledge, rows_of
from readouts.coder import read_article
from readouts.coder.rows.assemble import make_tables

HARVEST = (
    "The new bakery in Millbrook opened on Friday. Anna Bell, who runs it, said that 90 guests came.\n\n"
    '"We did not expect so many," Bell said.\n'
)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Poland is near.", None),
        ("POLAND is near.", None),
        ("They met at Camp David.", None),
        ("The 3 + 3 format met.", None),
        ("The G\N{EN DASH}20 met.", None),
        ("The U.N. met.", None),
        ("The Oslo Peace Institute met.", None),
        ("The pope spoke.", None),
        ("The director of the XYZ spoke.", None),
        ("The minister spoke.", "GBR"),
        ("Anna Bell: we are glad.", "GBR"),
        ("We are for climate action.", "GBR"),
    ],
)
def test_somebody_could_act(text: str, home: str | None) -> None:
    assert knowledge().scan.finds_actor(text, home)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        (HARVEST, None),
        (HARVEST, "GBR"),
        ("David met Anna.", None),
        ("He ate a turkey.", None),
        ("Stir 10 eggs for 3 minutes.", None),
        ("The minister spoke.", None),
        ("Anna Bell: we are glad.", None),
        ("", None),
    ],
)
def test_nobody_could_act(text: str, home: str | None) -> None:
    assert not knowledge().scan.finds_actor(text, home)


def test_a_text_passed_over_has_the_rows_of_one_that_was_read() -> None:
    text = f"MILLBROOK, March 3 -- {HARVEST}"
    read = make_tables([read_article(article(text), knowledge())], knowledge())
    assert rows_of(text) == read
    assert [row["is_stated"] for row in read["coverage"]] == [False] * len(read["coverage"])


def test_no_position_and_nobody_acting_for_a_side_is_passed_over() -> None:
    for case in read_cases():
        given = case.article()
        if not knowledge().scan.finds_actor(given.text, given.source.outlet_country):
            found = read_article(given, knowledge())
            acting = [part.entity.speaks_for for event in found.events for part in event.parts]
            assert not found.positions, case.id
            assert not any(acting), case.id
