"""`readouts show`: a table of a release, readable in the terminal."""

import tomllib
from importlib.resources import files
from typing import Annotated, Any

import typer

from readouts.cli.terminal import print_rows
from readouts.errors import Problem
from readouts.paths import release_folder
from readouts.printing import as_text

Row = dict[str, Any]
EVERY_COLUMN = "all"


def show(  # noqa: PLR0913 - a parameter an option
    table: Annotated[
        str, typer.Argument(metavar="TABLE", help="Which table: positions, events, ...", show_default=False)
    ],
    *,
    where: Annotated[
        list[str] | None,
        typer.Option(
            metavar="COLUMN=VALUE",
            help="Only rows with this value, or with it among several codes; no value means empty. "
            "Give it more than once to narrow further.",
        ),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(metavar="A,B", help="These columns, or `all`. Without: the most telling."),
    ] = None,
    release: Annotated[
        str | None, typer.Option(metavar="VERSION", help="Which release. Without: the newest.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many rows.")] = 20,
    everything: Annotated[bool, typer.Option("--all", help="All rows, however many.")] = False,
) -> None:
    """Show a table of a release."""
    conditions = [as_condition(text) for text in where or []]
    refuse_unknown_codes(table, release, conditions)
    shown = columns_asked(table, columns)
    rows, version = read(table, release, shown, [column for column, _ in conditions])
    found = [row for row in rows if all(holds(row[column], value) for column, value in conditions)]
    printed = found if everything else found[:limit]
    if printed:
        print_rows(shown or list(printed[0]), printed)
    typer.echo(closing_line(table, version, len(printed), len(found)))


def as_condition(text: str) -> tuple[str, str]:
    """Split `column=value`."""
    column, sign, value = text.partition("=")
    if not sign or not column.strip():
        message = f"{text!r} is not of the form column=value"
        raise typer.BadParameter(message, param_hint="--where")
    return column.strip(), value.strip()


def refuse_unknown_codes(table: str, release: str | None, conditions: list[tuple[str, str]]) -> None:
    """Refuse a value that is none of its column's codes: a slip must not look like silence."""
    known = codes_of_columns(table, release)
    for column, value in conditions:
        codes = known.get(column, ())
        parts = [part.strip() for part in value.split(";") if part.strip()]
        unknown = [part for part in parts if part.casefold() not in {code.casefold() for code in codes}]
        if codes and unknown:
            message = f"{unknown[0]!r} is no code of {column}; there are {', '.join(codes)}"
            raise typer.BadParameter(message, param_hint="--where")


def codes_of_columns(table: str, release: str | None) -> dict[str, tuple[str, ...]]:
    """Tell the codes of each coded column, by the release's own descriptor."""
    from readouts.release.integrity import read_descriptor  # noqa: PLC0415 - slow to import

    described = read_descriptor(release_folder(release))
    if isinstance(described, Problem):
        return {}
    vocabularies = described.get("vocabularies", {})
    schemas = [each["schema"] for each in described["resources"] if each["path"] == f"{table}.parquet"]
    fields = schemas[0]["fields"] if schemas else []
    return {
        field["name"]: tuple(
            vocabularies.get(field.get("vocabulary"), field.get("constraints", {}).get("enum", ()))
        )
        for field in fields
    }


def columns_asked(table: str, columns: str | None) -> list[str]:
    """List the columns to show; an empty list stands for all of them."""
    if columns is None:
        telling = tomllib.loads(files("readouts.cli").joinpath("columns.toml").read_text("utf-8"))
        return list(telling.get(table, []))
    if columns.strip() == EVERY_COLUMN:
        return []
    names = [name.strip() for name in columns.split(",") if name.strip()]
    if not names:
        message = "names no column"
        raise typer.BadParameter(message, param_hint="--columns")
    return list(dict.fromkeys(names))


def read(table: str, release: str | None, shown: list[str], asked: list[str]) -> tuple[list[Row], str]:
    """Read the columns that are needed, and name the release they come from."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    from readouts.loading import load  # noqa: PLC0415 - slow to import

    named = list(dict.fromkeys([*shown, *asked]))
    frame = load(
        table, release=release, columns=named, backend="pyarrow"
    )  # refuses a column that is not there
    if not shown:
        frame = load(table, release=release, backend="pyarrow")
    rows: list[Row] = pa.Table.from_pandas(frame, preserve_index=False).to_pylist()
    return rows, str(frame.attrs["release"])


def holds(cell: object, value: str) -> bool:
    """Tell whether a cell is the value, or has it among its codes; case does not matter."""
    text, wanted = as_text(cell).casefold(), value.casefold()
    return text == wanted or (wanted != "" and wanted in {part.strip() for part in text.split(";")})


def closing_line(table: str, version: str, printed: int, found: int) -> str:
    """Say how many rows there were, and where they come from."""
    if not found:
        return f"no such row in {table}, release {version}"
    rows = "1 row" if found == 1 else f"{found} rows"
    if printed < found:
        rows = f"{printed} of {rows} (--all shows every one)"
    return f"{rows} of {table}, release {version}"
