"""Who is who in an article: names, parts of names, titles alone. The cases are lines of a table."""

from __future__ import annotations

import pytest

from case_tables import cases, title
from read_sentences import findings, name_of, words_of
from readouts.coder.names.name_matching import plain_name
from readouts.coder.names.short_forms import short_forms


@pytest.mark.parametrize(("case", "expected"), cases("registry.tsv", given=2), ids=title)
def test_whom_words_mean_and_why(case: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    text, words = case
    mention = next(m for m in reversed(findings(text).mentions) if words_of(text, m) == words)
    who = "; ".join(name_of(entity) for entity in mention.entities) or "?"
    sides = "; ".join(entity.side or "?" for entity in mention.entities)
    assert [(who, sides, mention.reason)] == expected


@pytest.mark.parametrize(
    ("name", "family_first", "forms"),
    [
        ("Jan Nowak", False, ("Nowak", "Jan")),
        ("Wei Lanfen", True, ("Wei", "Lanfen")),
        ("Jan Piotr Nowak", False, ("Nowak", "Jan", "Piotr Nowak", "Piotr")),
        ("Jan K. Nowak", False, ("Nowak", "Jan")),
        ("Nowak", False, ("Nowak",)),
        ("Kim Ki-tae", True, ("Kim", "tae", "Ki-tae")),
    ],
)
def test_the_parts_of_a_name_that_stand_for_it(name: str, family_first: bool, forms: tuple[str, ...]) -> None:
    assert short_forms(name, family_first=family_first) == forms


def test_where_people_are_called_by_the_last_part_it_comes_first_though_the_family_name_is_in_front() -> None:
    assert short_forms("Tran Van Minh", family_first=True, short_form_last=True)[0] == "Minh"


@pytest.mark.parametrize("name", ["Olen Årva", "OLEN ARVA", "Olen Arva.", " olen-årva"])
def test_names_are_compared_without_case_marks_and_points(name: str) -> None:
    assert plain_name(name) == "olen arva"
