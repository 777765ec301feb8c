"""The tables that users rely on: their names, columns and keys."""

import pytest

from readouts.tables.codes import codes, vocabularies
from readouts.tables.models import CODED_TABLES, MODELS, columns, description, primary_key

RELIED_ON = {
    "articles": "article_id file title outlet outlet_country url language published published_edtf "
    "published_basis dateline_place characters sha256",
    "events": "event_id event_type status start end date_edtf date_precision date_basis place country agenda "
    "n_reports plover_event plover_mode cameo_code label",
    "reports": "report_id event_id article_id salience evidence evidence_start evidence_end",
    "participants": "participant_id event_id actor_id actor_kind name office office_of represents role "
    "article_id evidence evidence_start evidence_end",
    "positions": "position_id article_id event_id holder speaker_id speaker voice speech topic stance act "
    "target strength formula elements areas evidence evidence_start evidence_end",
    "actors": "actor_id kind name country cow_code gw_code wikidata names",
    "coverage": "article_id topic is_stated n_positions",
    "rulings": "ruling_id action table_name row_id column_name was becomes is_direct reason "
    "ruled_by ruled_on",
}
ADDED = {
    "articles": ["proof"],
    "events": ["rule", "coding"],
    "reports": ["rule", "coding"],
    "participants": ["rule", "coding"],
    "positions": ["rule", "coding"],
    "actors": [],
    "coverage": [],
    "rulings": [],
}
KEYS = {"coverage": ("article_id", "topic"), "rulings": ("ruling_id", "row_id", "column_name")}


def test_the_tables_are_the_seven_of_the_coder_and_the_rulings() -> None:
    assert set(MODELS) == set(RELIED_ON)
    assert (*CODED_TABLES, "rulings") == (*MODELS,)


@pytest.mark.parametrize("table", RELIED_ON)
def test_the_columns_stand_in_their_order(table: str) -> None:
    assert [column.name for column in columns(table)] == RELIED_ON[table].split() + ADDED[table]


@pytest.mark.parametrize("table", RELIED_ON)
def test_the_key_comes_first(table: str) -> None:
    assert primary_key(table) == KEYS.get(table, (RELIED_ON[table].split()[0],))


@pytest.mark.parametrize("table", RELIED_ON)
def test_every_table_and_column_is_described_in_a_sentence(table: str) -> None:
    for told in [description(table), *(column.description for column in columns(table))]:
        assert told[0].isupper()
        assert told.endswith(".")


@pytest.mark.parametrize("table", RELIED_ON)
def test_references_point_to_keys(table: str) -> None:
    for column in columns(table):
        if column.reference:
            target, field = column.reference
            assert primary_key(target) == (field,)


@pytest.mark.parametrize("table", RELIED_ON)
def test_a_column_of_codes_names_a_vocabulary_that_there_is(table: str) -> None:
    named = {column.vocabulary for column in columns(table) if column.vocabulary}
    assert named <= set(vocabularies())


def test_every_vocabulary_is_used() -> None:
    used = {column.vocabulary for table in MODELS for column in columns(table)}
    assert set(vocabularies()) == used - {None}


def test_a_single_code_is_limited_to_its_vocabulary() -> None:
    stance = next(column for column in columns("positions") if column.name == "stance")
    assert stance.checks["allowed_values"] == list(codes("stance"))
