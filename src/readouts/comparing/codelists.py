"""What differs between the codes of two releases.

Newer releases hold their vocabularies with meanings. Of older ones the codes of a column are known from its
constraints alone: a list, or the pattern of several codes joined by `;`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from readouts.comparing.schema_change import SchemaChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from readouts.comparing.held import Held

    Codes = Mapping[str, str | None]
    Column = Mapping[str, Any]

JOINED = re.compile(r"\^\((?P<codes>\w+(?:\|\w+)*)\)\(;\((?P=codes)\)\)\*\$")


def code_changes(old: Held, new: Held) -> Iterator[SchemaChange]:
    """Find codes that were added, removed or given another meaning, and lists that were opened or closed."""
    for name, (before, after) in _lists(old, new).items():
        if before is None or after is None:
            yield SchemaChange("column", name, "closed" if before is None else "opened")
            continue
        yield from (_code(name, code, "removed") for code in before if code not in after)
        yield from (_code(name, code, "added") for code in after if code not in before)
        for code, meaning in after.items():
            was = before.get(code)
            if was is not None and meaning is not None and was != meaning:
                yield _code(name, code, "reworded", was, meaning)


def codes_in_constraints(column: Column) -> list[str] | None:
    """The codes that the constraints of a column list, or None where they list none."""
    constraints = column.get("constraints", {})
    joined = JOINED.fullmatch(constraints.get("pattern", ""))
    if joined:
        return joined["codes"].split("|")
    return [str(code) for code in constraints["enum"]] if "enum" in constraints else None


def _code(name: str, code: str, change: str, *told: str) -> SchemaChange:
    return SchemaChange("code", f"{name}/{code}", change, *told)


def _lists(old: Held, new: Held) -> dict[str, tuple[Codes | None, Codes | None]]:
    """The codes of both releases: by vocabulary where both tell it, else by column."""
    before, after = _vocabularies(old), _vocabularies(new)
    found: dict[str, tuple[Codes | None, Codes | None]] = {}
    if before and after:
        found = {name: (before.get(name, {}), after.get(name, {})) for name in {**before, **after}}
    for table in new.schemas:
        columns = _columns(old, table)
        for name, column in _columns(new, table).items():
            if name in columns and not _is_in(found, columns[name], column):
                codes = _codes(old, columns[name]), _codes(new, column)
                found |= {} if codes == (None, None) else {f"{table}.{name}": codes}
    return found


def _is_in(found: Mapping[str, Any], before: Column, after: Column) -> bool:
    """Whether a column keeps its vocabulary, and that is compared already."""
    return after.get("vocabulary") in found and after.get("vocabulary") == before.get("vocabulary")


def _columns(held: Held, table: str) -> dict[str, Column]:
    return {column["name"]: column for column in held.schemas.get(table, {}).get("fields", [])}


def _vocabularies(held: Held) -> dict[str, Codes]:
    found: dict[str, Codes] = held.described.get("vocabularies", {})
    return found


def _codes(held: Held, column: Column) -> Codes | None:
    """The codes of a column, or None where it has no closed list that the release tells."""
    vocabulary = _vocabularies(held).get(column.get("vocabulary", ""))
    if vocabulary is not None:
        return vocabulary
    listed = codes_in_constraints(column)
    return None if listed is None else dict.fromkeys(listed)
