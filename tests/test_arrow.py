from datetime import date

import pyarrow as pa
import pytest

from invented import Rows
from readouts.errors import InvalidRelease
from readouts.tables.arrow import arrow_schema, to_arrow, to_arrow_tables
from readouts.tables.models import MODELS, primary_key

FLAT = {pa.string(), pa.date32(), pa.int32(), pa.bool_()}


@pytest.mark.parametrize("table", MODELS)
def test_columns_are_flat(table: str) -> None:
    assert set(arrow_schema(table).types) <= FLAT


@pytest.mark.parametrize("table", MODELS)
def test_every_field_carries_its_description(table: str) -> None:
    for field in arrow_schema(table):
        assert field.metadata[b"description"].decode().endswith(".")


@pytest.mark.parametrize("table", MODELS)
def test_rows_come_out_sorted_by_key_and_otherwise_as_they_went_in(table: str, rows: Rows) -> None:
    def by_key(row: dict[str, object]) -> list[str]:
        return [str(row[column]) for column in primary_key(table)]

    assert to_arrow(table, rows[table]).to_pylist() == sorted(rows[table], key=by_key)


def test_the_order_of_the_rows_does_not_matter(rows: Rows) -> None:
    once, again = to_arrow("reports", rows["reports"]), to_arrow("reports", rows["reports"][::-1])
    assert once.equals(again, check_metadata=True)


def test_a_table_without_rows_has_its_columns() -> None:
    assert to_arrow("positions", []).schema == arrow_schema("positions")


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("evidence_start", "12", "reports, row 1, evidence_start: the value is '12'; expected a int32 value"),
        ("evidence_start", 2**31, "reports, row 1, evidence_start: the value is 2147483648"),
        ("evidence", date(2031, 1, 1), "reports, row 1, evidence: the value is datetime.date"),
    ],
)
def test_a_value_of_another_type_is_named(rows: Rows, column: str, value: object, message: str) -> None:
    rows["reports"][1][column] = value
    with pytest.raises(InvalidRelease) as raised:
        to_arrow("reports", rows["reports"])
    assert message in str(raised.value)


def test_a_row_with_other_columns_is_named(rows: Rows) -> None:
    del rows["actors"][2]["names"]
    rows["actors"][2]["nmaes"] = "Norland"
    with pytest.raises(InvalidRelease, match="actors, row 2: lacks names; has also nmaes"):
        to_arrow("actors", rows["actors"])


def test_a_missing_table_is_named(rows: Rows) -> None:
    del rows["coverage"]
    with pytest.raises(InvalidRelease, match="coverage: the table is missing"):
        to_arrow_tables(rows)
