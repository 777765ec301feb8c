"""Validates tables: schemas, codes, keys, references, counts and evidence, all problems at once."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import pandas as pd
import pandera.errors
from pandera.config import ValidationDepth, get_config_context

from readouts.errors import InvalidRelease, Problem, ReadoutsError
from readouts.tables import SHOWN
from readouts.tables.arrow import arrow_schema
from readouts.tables.codes import codes
from readouts.tables.evidence import evidence_problems
from readouts.tables.models import CODED_TABLES, MODELS, columns
from readouts.tables.relations import key_problems, reference_problems
from readouts.tables.rules import rule_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyarrow as pa


def validate(tables: Mapping[str, pa.Table], texts: Mapping[str, str] | None = None) -> None:
    """Validate all tables of a release together.

    Args:
        tables: the Arrow tables by name.
        texts: the stored texts by article id; None where they are not at hand, so that only the length of
            the evidence can be checked.

    Raises:
        InvalidRelease: with everything that is wrong, ten problems a check at most.
    """
    problems = find_problems(tables, texts)
    if problems:
        raise InvalidRelease(problems)


def find_problems(tables: Mapping[str, pa.Table], texts: Mapping[str, str] | None = None) -> list[Problem]:
    """Everything that is wrong with the tables, ten problems a check at most.

    What must agree between cells is only checked in tables whose cells are sound.
    """
    refuse_if_switched_off()
    problems = [*_missing_tables(tables)]
    for name in (name for name in MODELS if name in tables):
        problems += shape_problems(name, tables[name].schema)
    if problems:
        return problems
    found = {name: cell_problems(name, table) for name, table in tables.items()}
    sound = {name for name in tables if not found[name]}
    checks = (
        *found.values(),
        key_problems(tables),
        reference_problems(tables),
        rule_problems(tables, sound),
        evidence_problems(tables, sound, texts),
    )
    return [problem for check in checks for problem in check]


def refuse_if_switched_off() -> None:
    """Raise an error where Pandera's settings make it pass over checks: nothing can be called valid then."""
    settings = get_config_context()
    if settings.validation_enabled and settings.validation_depth in {None, ValidationDepth.SCHEMA_AND_DATA}:
        return
    message = (
        "PANDERA_VALIDATION_ENABLED or PANDERA_VALIDATION_DEPTH switches checks off, "
        "so that nothing can be called valid: unset both and run again"
    )
    raise ReadoutsError(message)


def _missing_tables(tables: Mapping[str, pa.Table]) -> Iterator[Problem]:
    expected = f"the tables {', '.join(MODELS)}"
    for name in CODED_TABLES:
        if name not in tables:
            yield Problem(name, "the table is missing", expected)
    for name in tables:
        if name not in MODELS:
            yield Problem(name, "no such table is described", expected)


def shape_problems(name: str, found: pa.Schema) -> Iterator[Problem]:
    """Where a table departs from its model in columns, their order or their types."""
    wanted = arrow_schema(name)
    if set(found.names) == set(wanted.names) and found.names != wanted.names:
        yield Problem(name, f"the columns stand as {', '.join(found.names)}", ", ".join(wanted.names))
    for column in wanted.names:
        if column not in found.names:
            yield Problem(f"{name}, {column}", "the column is missing", f"type {wanted.field(column).type}")
        elif found.field(column).type != wanted.field(column).type:
            what = f"the type is {found.field(column).type}"
            yield Problem(f"{name}, {column}", what, str(wanted.field(column).type))
    for column in found.names:
        if column not in wanted.names:
            yield Problem(f"{name}, {column}", "the column is not in the model", ", ".join(wanted.names))


def cell_problems(name: str, table: pa.Table) -> list[Problem]:
    """Cells that the model refuses: missing values, patterns, limits and codes."""
    frame = table.to_pandas(types_mapper=pd.ArrowDtype)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            MODELS[name].to_schema().validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        return [*_from_cases(name, frame, errors.failure_cases)]
    return []


def _from_cases(name: str, frame: pd.DataFrame, cases: pd.DataFrame) -> Iterator[Problem]:
    for _, group in cases.groupby(["column", "check"], sort=True, dropna=False):
        rows = group.sort_values("index").itertuples(index=False)
        for case in list(rows)[:SHOWN]:
            yield _from_case(name, frame, case)


def _from_case(name: str, frame: pd.DataFrame, case: Any) -> Problem:
    column, check = str(case.column), str(case.check)
    if pd.isna(case.index):
        return Problem(f"{name}, {column}", f"{check} failed: {case.failure_case!r}")
    number = int(case.index)
    value = "missing" if pd.isna(case.failure_case) else repr(case.failure_case)
    key = str(frame.iloc[number, 0])
    where = f"{name}, row {number} ({key}), {column}"
    return Problem(where, f"the value is {value}", _expected(name, column, check))


def _expected(name: str, column: str, check: str) -> str:
    described = next((item for item in columns(name) if item.name == column), None)
    if check == "not_nullable" or described is None:
        return "a value" if described else check
    if described.vocabulary:
        joined = "sorted codes joined by ';', of" if described.is_joined else "a code of"
        return f"{joined} {described.vocabulary}: {', '.join(codes(described.vocabulary))}"
    if "pattern" in described.checks:
        return f"text that matches {described.checks['pattern']}"
    return f"at least {described.checks['min_value']}"
