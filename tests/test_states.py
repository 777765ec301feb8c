"""The table of states: codes, names and which of them are clear. The cases are lines of tables."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from case_tables import DATA
from readouts.errors import BadInput
from readouts.lexicon.read import load_lookalikes, load_states

if TYPE_CHECKING:
    from pathlib import Path

STATES = load_states()
BY_CODE = {state.iso3: state for state in STATES}
HEADER = "iso3,name,cow_code,gw_code,kind,adjectives,demonyms,names,capitals,seats,cities,ambiguous,note"
UTOPIA = "UTO,Utopia,7,7,un_member,Utopian,Utopians,Land of Utopia,Amaurot,,,,"


def lines(name: str) -> list[tuple[str, ...]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]


def owners(form: str) -> str:
    return ";".join(state.iso3 for state in STATES if form in state.forms)


@pytest.mark.parametrize(("form", "iso3", "clear"), lines("state_forms.tsv"))
def test_form_means_its_state(form: str, iso3: str, clear: str) -> None:
    assert owners(form) == iso3
    assert any(form in state.clear_forms for state in STATES) is (clear == "yes")


@pytest.mark.parametrize(("iso3", "cow", "gw"), lines("state_codes.tsv"))
def test_codes_of_the_field(iso3: str, cow: str, gw: str) -> None:
    state = BY_CODE[iso3]
    assert (state.cow_code, state.gw_code) == (int(cow) if cow else None, int(gw) if gw else None)


def test_only_seven_states_are_numbered_otherwise_by_gleditsch_and_ward() -> None:
    other = [state.iso3 for state in STATES if state.cow_code != state.gw_code]
    assert other == ["DEU", "KIR", "NRU", "SRB", "TON", "TUV", "YEM"]


def test_all_members_of_the_united_nations_are_there() -> None:
    members = {code for _, codes in lines("un_members.tsv") for code in codes.split()}
    assert len(members) == 193
    assert {state.iso3 for state in STATES if state.kind == "un_member"} == members


def test_the_others_are_those_that_the_readme_names() -> None:
    assert [state.iso3 for state in STATES if state.kind == "un_observer"] == ["PSE", "VAT"]
    others = [state.iso3 for state in STATES if state.kind == "other"]
    assert others == ["COK", "ESH", "FRO", "GRL", "HKG", "MAC", "NIU", "TWN", "XKX"]


@pytest.mark.parametrize("column", ["iso3", "name", "cow_code", "gw_code"])
def test_codes_and_names_are_unique(column: str) -> None:
    values = [value for state in STATES if (value := getattr(state, column)) is not None]
    assert [value for value, count in Counter(values).items() if count > 1] == []


def test_every_state_can_be_named_by_adjective_and_demonym() -> None:
    assert [state.iso3 for state in STATES if not state.adjectives] == []
    assert [state.iso3 for state in STATES if not state.demonyms and state.iso3 != "VAT"] == []


def test_every_member_has_a_clear_form_and_a_seat_of_government() -> None:
    seat_is_name = {"MCO", "SGP", "SMR"}
    members = [state for state in STATES if state.kind == "un_member" and state.iso3 not in seat_is_name]
    assert [state.iso3 for state in members if not state.capitals] == []
    assert [state.iso3 for state in members if not state.clear_forms] == []


def test_forms_written_with_diacritics_are_there_without_them_too() -> None:
    pairs = [("Türkiye", "Turkiye"), ("Bogotá", "Bogota"), ("Yaoundé", "Yaounde"), ("Elysée", "Elysee")]
    assert [owners(plain) for _, plain in pairs] == [owners(marked) for marked, _ in pairs]


def test_no_region_stands_as_a_state() -> None:
    regions = {"Europe", "Asia", "Africa", "Middle East", "Gulf", "Caucasus", "South Caucasus", "Balkans"}
    assert [state.iso3 for state in STATES if regions & set(state.forms)] == []


def test_lookalikes_hold_a_form_but_are_none() -> None:
    forms = {form for state in STATES for form in state.forms}
    looks = {entry.form for entry in load_lookalikes()}
    assert not looks & forms
    assert {"South China Sea", "Latin America", "Jordan River", "Washington Post"} <= looks


BAD = {
    "form twice": (UTOPIA.replace("Utopians", "Utopians; Utopians"), "row 2, demonyms: the form 'Utopians'"),
    "bad code": (UTOPIA.replace("UTO", "uto"), "row 2, iso3: found 'uto'; expected three capitals"),
    "no name": (UTOPIA.replace(",Utopia,", ",,"), "row 2, name: found ''"),
    "unknown kind": (UTOPIA.replace("un_member", "kingdom"), "row 2, kind: unknown code 'kingdom'"),
    "bad number": (UTOPIA.replace(",7,7,", ",7,seven,"), "row 2, gw_code: found 'seven'"),
    "curly quote": (UTOPIA.replace("Amaurot", "Ama’rot"), "row 2, capitals: the form 'Ama’rot'"),
    "empty form": (UTOPIA.replace("Utopians", "Utopians;"), "row 2, demonyms: an empty form"),
    "ambiguous unknown": (UTOPIA.removesuffix(",,") + ",Nowhere,", "row 2, ambiguous: unknown 'Nowhere'"),
    "cells": (UTOPIA + ",", "row 2: 14 cells; expected 13"),
    "code twice": (f"{UTOPIA}\n{UTOPIA}", "states.csv, iso3: 'UTO' stands in two rows"),
    "shared": (
        f"{UTOPIA}\n{UTOPIA.replace('UTO,Utopia', 'NOW,Nowhere')}",
        "the form 'Amaurot' is shared by UTO, NOW",
    ),
}


def put(folder: Path, text: str) -> Path:
    (folder / "states.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("rows", "problem"), BAD.values(), ids=BAD.keys())
def test_a_bad_row_is_told(tmp_path: Path, rows: str, problem: str) -> None:
    with pytest.raises(BadInput) as caught:
        load_states(put(tmp_path, f"{HEADER}\n{rows}\n"))
    assert problem in str(caught.value)


def test_all_problems_are_told_together(tmp_path: Path) -> None:
    rows = UTOPIA.replace("un_member", "kingdom").replace(",7,7,", ",-1,x,")
    with pytest.raises(BadInput) as caught:
        load_states(put(tmp_path, f"{HEADER}\n{rows}\n"))
    assert len(caught.value.problems) == 3


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"states\.csv: missing column gw_code, kind"):
        load_states(put(tmp_path, HEADER.replace("gw_code,kind,", "") + "\n"))


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"states\.csv: there is no such file"):
        load_states(tmp_path)


def test_a_form_may_be_shared_where_each_state_lists_it_as_ambiguous(tmp_path: Path) -> None:
    first = UTOPIA.removesuffix(",,") + ",Amaurot; Utopian; Utopians; Land of Utopia,"
    second = first.replace("UTO,Utopia", "NOW,Nowhere")
    states = load_states(put(tmp_path, f"{HEADER}\n{first}\n{second}\n"))
    assert [(state.iso3, state.clear_forms) for state in states] == [
        ("NOW", ("Nowhere",)),
        ("UTO", ("Utopia",)),
    ]
