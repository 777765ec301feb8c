"""What the views choose and the levels that they give, as small tables of the databases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readouts.views.data import rows, rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    Row = tuple[str | int | None, ...]

WHOLE_NUMBERS = frozenset({"place", "number", "rank", "n_states"})
DESCRIPTIONS = {
    "view": "The view that uses it.",
    "what": "What is chosen.",
    "code": "The code of the codebook that is chosen.",
    "reason": "Why.",
    "source": "What it rests on.",
    "level": "The level of a statement.",
    "rank": "Its place on the scale; null beside it.",
    "meaning": "What it means.",
    "scheme": "A published scheme.",
    "class": "The class of the scheme, or of words.",
    "n_states": "How many states the scheme counts in it.",
    "match": "Whether the class is the same as the level, or the nearest.",
    "place": "Place of the rule in the order; the first that holds counts.",
    "rule": "Name of the rule.",
    "kind": "What the rule asks for.",
    "number": "Place among those of its kind.",
    "value": "A stance, act, cue of the lexicon, element, or class of words.",
    "column": "The column of positions in which the words are looked for.",
    "words": "The words, in small letters, without marks.",
}


@dataclass(frozen=True)
class Knowledge:
    """A small table.

    Attributes:
        name: of the table.
        table: its columns, as a resource of a descriptor has them.
        columns: their names.
        rows: the rows.
    """

    name: str
    table: dict[str, Any]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def knowledge() -> Iterator[Knowledge]:
    """The tables that the views read beside those of the release."""
    yield _of_file("view_choices", "choices", "Which topics and types of event the views choose, and why.")
    yield _of_file("levels", "levels", "The levels of statements.")
    yield _of_file("schemes", "crosswalk", "The levels beside the classes of published schemes.")
    yield _of_file("level_words", "level_words", "The words that the rules of the levels ask for.")
    kept = ("view", "place", "rule", "level", "rank", "reason")
    yield _of_file(
        "level_rules", "level_rules", "The rules of the levels; the first that holds counts.", kept
    )
    columns = ("view", "place", "kind", "number", "value")
    yield _made("level_parts", "What each rule asks for, all of it.", columns, tuple(_parts()))


def _of_file(name: str, file: str, about: str, columns: tuple[str, ...] | None = None) -> Knowledge:
    held = rows(file)
    kept = columns or tuple(held[0])
    return _made(name, about, kept, tuple(tuple(_cell(row, column) for column in kept) for row in held))


def _cell(row: dict[str, str], column: str) -> str | int | None:
    if column in WHOLE_NUMBERS and row[column]:
        return int(row[column])
    return row[column] or None


def _parts() -> Iterator[Row]:
    for view in dict.fromkeys(row["view"] for row in rows("level_rules")):
        for rule in rules(view):
            for part in rule.parts:
                yield view, rule.place, part.kind, part.number, part.value


def _made(name: str, about: str, columns: tuple[str, ...], held: tuple[Row, ...]) -> Knowledge:
    fields = [
        {
            "name": column,
            "type": "integer" if column in WHOLE_NUMBERS else "string",
            "description": DESCRIPTIONS[column],
        }
        for column in columns
    ]
    return Knowledge(name, {"description": about, "schema": {"fields": fields}}, columns, held)
