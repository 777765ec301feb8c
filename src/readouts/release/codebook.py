"""`CODEBOOK.md`: how a text is coded, and the tables and vocabularies, from the models and codes."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from readouts.release.markdown import grid
from readouts.tables.codes import Code, described, meaning, vocabularies
from readouts.tables.models import MODELS, Column, columns, description, primary_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

TYPES = {"string": "text", "date32[day]": "date", "int32": "integer", "bool": "boolean"}

INTRODUCTION = """\
Count events, never reports: several articles may tell of one event. States are ISO 3166-1 alpha-3 codes
(Kosovo: XKX), organisations their usual English name. Evidence is verbatim: the characters from
`evidence_start` up to, not including, `evidence_end` of the article's stored text (read as UTF-8, a byte
order mark dropped, line ends made `\\n`). A column of several codes holds them sorted and joined by `;`.
Rows are sorted by their key. An empty cell is not known or does not apply; that something was looked for
and not stated is told by `coverage`."""


def codebook_text(version: str) -> str:
    """Write the codebook of a release as Markdown."""
    rules = files("readouts.tables").joinpath("coding_rules.md").read_text(encoding="utf-8").strip()
    parts = [f"# Codebook of readouts {version}", INTRODUCTION, "## How a text is coded", rules]
    parts += ["## Tables", *map(_table, MODELS)]
    parts += ["## Vocabularies", *map(_vocabulary, vocabularies()), *_crosswalk()]
    return "\n\n".join(parts) + "\n"


def _table(name: str) -> str:
    key = ", ".join(f"`{column}`" for column in primary_key(name))
    rows = [(f"`{column.name}`", _kind(column), _told(column)) for column in columns(name)]
    return (
        f"### {name}\n\n{description(name)} Key: {key}.\n\n{_grid(('column', 'type', 'description'), rows)}"
    )


def _kind(column: Column) -> str:
    return TYPES[str(column.type)] + ("" if not column.nullable else ", may be empty")


def _told(column: Column) -> str:
    told = [column.description]
    if column.vocabulary:
        told.append(f"{'Codes' if column.is_joined else 'Code'} of `{column.vocabulary}`.")
    if column.reference:
        told.append(f"Points to `{'.'.join(column.reference)}`.")
    return " ".join(told)


def _vocabulary(name: str) -> str:
    plain = [entry for entry in described(name) if not entry.when]
    if any(entry.of for entry in plain):
        rows = [(f"`{entry.code}`", f"`{entry.of}`", entry.meaning) for entry in plain]
        return f"### {name}\n\n{_grid(('code', 'topic', 'meaning'), rows)}"
    return (
        f"### {name}\n\n{_grid(('code', 'meaning'), [(f'`{entry.code}`', entry.meaning) for entry in plain])}"
    )


def _crosswalk() -> Iterator[str]:
    yield "## Crosswalk to PLOVER and CAMEO"
    yield "The first case that holds counts; where none does, the row without a case."
    head = ("event_type", "case", "PLOVER event", "PLOVER mode", "CAMEO", "which is")
    yield _grid(head, [_case(entry) for entry in described("event_type")])


def _case(entry: Code) -> tuple[str, ...]:
    case = " and ".join(f"`{word}`" for word in sorted(entry.when))
    cameo = f"{entry.cameo} ({meaning('cameo_code', entry.cameo)})" if entry.cameo else ""
    return f"`{entry.code}`", case, entry.plover_event or "", entry.plover_mode or "", cameo, entry.meaning


def _grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return grid(head, ([cell.replace("|", "/") for cell in row] for row in rows))
