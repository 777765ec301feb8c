"""The table of territories without a code: whose officials they are, and never a state's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from invented_news import rows_of
from readouts.errors import BadInput
from readouts.lexicon.read import load_entities, load_lookalikes, load_organisations, load_states

if TYPE_CHECKING:
    from pathlib import Path

ENTRIES = load_entities()
COLUMNS = "entity_id,name,names,adjectives,note"


def test_no_form_is_a_state_an_organisation_or_a_lookalike_too() -> None:
    others = {
        form for table in (load_states(), load_organisations()) for entry in table for form in entry.forms
    }
    others |= {entry.form for entry in load_lookalikes()}
    assert [entry.entity_id for entry in ENTRIES if others & set(entry.forms)] == []


def test_every_row_says_where_the_place_is_listed_or_what_it_is() -> None:
    assert [entry.entity_id for entry in ENTRIES if not entry.note] == []


@pytest.mark.parametrize("name", [entry.name for entry in ENTRIES])
def test_its_officials_represent_it_and_no_state(name: str) -> None:
    rows = rows_of(f"Foreign Minister of Poland Jan Nowak met with President of {name} Ana Rojas on March 2.")
    parts = {part["name"]: part["represents"] for part in rows["participants"]}
    assert parts == {"Jan Nowak": "POL", "Ana Rojas": name}
    assert {row["name"]: row["country"] for row in rows["actors"]} == {"Jan Nowak": "POL", "Ana Rojas": None}


def test_the_place_alone_takes_no_part() -> None:
    rows = rows_of("Foreign Minister of Poland Jan Nowak met with President of Peru Luis Vega on Somaliland.")
    assert sorted(part["represents"] for part in rows["participants"]) == ["PER", "POL"]


def test_what_its_officials_say_is_its_own_position() -> None:
    rows = rows_of(
        "President of Somaliland Ana Rojas said that she supports the territorial integrity of Peru."
    )
    assert [(row["holder"], row["target"]) for row in rows["positions"]] == [("Somaliland", "PER")]
    (actor,) = (row for row in rows["actors"] if row["name"] == "Somaliland")
    assert (actor["kind"], actor["country"]) == ("organisation", None)


def test_a_form_of_two_rows_is_told(tmp_path: Path) -> None:
    (tmp_path / "entities.csv").write_text(f"{COLUMNS}\na,Utopia,,Utopian,\nb,Erewhon,,Utopian,\n", "utf-8")
    with pytest.raises(BadInput, match="the form 'Utopian' is shared by a, b"):
        load_entities(tmp_path)
