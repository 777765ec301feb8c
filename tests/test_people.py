"""Which people a text names, with their offices and sides, in many styles. The cases are blocks of a file."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from case_tables import DATA
from read_sentences import findings

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

    from readouts.coder.names.model import Entity

CASES: list[dict[str, Any]] = tomllib.loads((DATA / "people.toml").read_text("utf-8"))["cases"]


def parameter(case: dict[str, Any]) -> ParameterSet:
    marks = [pytest.mark.xfail(reason=case["gap"], strict=True)] if "gap" in case else []
    return pytest.param(case["text"], case["people"], id=case["text"][:60], marks=marks)


def told(person: Entity) -> list[str]:
    """Name, offices, whom the first of them serves, whom the person represents: as the tables have it."""
    owners = [office.owner for office in person.offices if office.owner]
    offices = "; ".join(office.text for office in person.offices if office.text)
    return [person.name, offices, owners[0] if owners else person.side or "", person.side or ""]


@pytest.mark.parametrize(("text", "people"), [parameter(case) for case in CASES])
def test_the_people_of_a_text(text: str, people: list[list[str]]) -> None:
    assert sorted(told(person) for person in findings(text).registry.people) == people


def test_there_are_many_cases_and_each_once() -> None:
    texts = [case["text"] for case in CASES]
    assert len(set(texts)) == len(texts) >= 150
