"""The table of organisations: names, acronyms, members. The cases are lines of a table in `tests/data`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from readouts.errors import BadInput
from readouts.lexicon.read import load_organisations, load_states
from test_states import HEADER, UTOPIA, lines

if TYPE_CHECKING:
    from pathlib import Path

ENTRIES = load_organisations()
BY_ID = {entry.org_id: entry for entry in ENTRIES}
COLUMNS = "org_id,name,kind,regional,names,members,ambiguous,note"
LEAGUE = "league,League of Utopia,organisation,true,LU,UTO,,"


@pytest.mark.parametrize(("form", "org_id", "regional"), lines("organisation_forms.tsv"))
def test_form_means_its_organisation(form: str, org_id: str, regional: str) -> None:
    found = [entry for entry in ENTRIES if form in entry.forms]
    assert [entry.org_id for entry in found] == ([org_id] if org_id else [])
    assert ["yes" if entry.regional else "no" for entry in found] == ([regional] if regional else [])


@pytest.mark.parametrize(
    ("org_id", "count"),
    [
        ("african_union", 55), ("arab_league", 22), ("asean", 11), ("brics", 10), ("celac", 33),
        ("cica", 28), ("council_of_europe", 46), ("european_union", 27), ("g7", 7),
        ("gulf_cooperation_council", 6),
        ("nato", 32), ("organisation_of_islamic_cooperation", 57), ("organization_of_turkic_states", 5),
        ("osce", 57), ("sadc", 16), ("shanghai_cooperation_organization", 10), ("oecd", 38), ("apec", 21),
    ],
)  # fmt: skip
def test_bodies_have_as_many_members_as_they_say(org_id: str, count: int) -> None:
    assert len(BY_ID[org_id].members) == count


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("china_central_asia", "c5_plus_1"),
        ("eurasian_economic_union", "cis"),
        ("csto", "cis"),
        ("council_of_europe", "osce"),
        ("gulf_cooperation_council", "arab_league"),
        ("arab_league", "organisation_of_islamic_cooperation"),
        ("mercosur", "celac"),
        ("ecowas", "african_union"),
        ("alliance_of_sahel_states", "african_union"),
        ("g7", "g20"),
        ("caricom", "celac"),
        ("bucharest_nine", "nato"),
    ],
)
def test_members_of_one_body_are_members_of_another(inner: str, outer: str) -> None:
    apart = set(BY_ID[inner].members) - set(BY_ID[outer].members)
    assert apart == ({"CHN"} if inner == "china_central_asia" else set())


def test_bodies_of_china_and_central_asia() -> None:
    assert BY_ID["china_central_asia"].members == ("CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB")
    assert BY_ID["quad"].members == ("AUS", "IND", "JPN", "USA")


def test_there_are_enough_of_them_and_no_form_means_two() -> None:
    assert len(ENTRIES) >= 500
    forms = Counter(form for entry in ENTRIES for form in entry.forms)
    assert [form for form, count in forms.items() if count > 1] == []


def test_no_form_is_a_state_too() -> None:
    of_states = {form for state in load_states() for form in state.forms}
    assert [entry.org_id for entry in ENTRIES if of_states & set(entry.forms)] == []


def test_both_spellings_of_an_organisation_are_known() -> None:
    forms = {form for entry in ENTRIES for form in entry.forms}
    american = {form.replace("Organisation", "Organization") for form in forms}
    british = {form.replace("Organization", "Organisation") for form in forms}
    assert sorted((american | british) - forms) == []


def test_banks_and_courts_are_no_regional_organisations() -> None:
    assert [entry.org_id for entry in ENTRIES if entry.kind in {"bank", "court"} and entry.regional] == []


BAD = {
    "unknown member": (LEAGUE.replace("UTO", "UTO;NOW"), "row 2, members: unknown 'NOW'"),
    "member twice": (LEAGUE.replace("UTO", "UTO;UTO"), "row 2, members: the form 'UTO' stands twice"),
    "name again": (LEAGUE.replace("LU", "League of Utopia"), "row 2, names: the form 'League of Utopia'"),
    "bad id": (LEAGUE.replace("league,", "The League,"), "row 2, org_id: found 'The League'"),
    "bad truth": (LEAGUE.replace("true", "yes"), "row 2, regional: unknown code 'yes'"),
    "unknown kind": (LEAGUE.replace("organisation", "club"), "row 2, kind: unknown code 'club'"),
    "acronym shared": (f"{LEAGUE}\nunion,Utopian Union,bank,false,LU,,,", "'LU' is shared by league, union"),
}


def put(folder: Path, text: str) -> Path:
    (folder / "states.csv").write_text(f"{HEADER}\n{UTOPIA}\n", encoding="utf-8")
    (folder / "organisations.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("rows", "problem"), BAD.values(), ids=BAD.keys())
def test_a_bad_row_is_told(tmp_path: Path, rows: str, problem: str) -> None:
    with pytest.raises(BadInput) as caught:
        load_organisations(put(tmp_path, f"{COLUMNS}\n{rows}\n"))
    assert problem in str(caught.value)


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"organisations\.csv: missing column members"):
        load_organisations(put(tmp_path, COLUMNS.replace("members,", "") + "\n"))


def test_acronyms_differ_by_case(tmp_path: Path) -> None:
    rows = f"{LEAGUE}\nlu_bank,Bank of Utopia,bank,false,Lu,,,"
    entries = load_organisations(put(tmp_path, f"{COLUMNS}\n{rows}\n"))
    assert [entry.names for entry in entries] == [("LU",), ("Lu",)]
