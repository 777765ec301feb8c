"""What the rows of a gold standard must look like: their keys, and the values that each may have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from readouts.errors import Problem
from readouts.tables.codes import codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True)
class Key:
    """What a key may hold.

    Attributes:
        kind: `text`, `day`, `offset`, `flag`, `rows`, `any`, or the vocabulary whose codes it holds.
        needed: whether it must be there.
        several: whether a list of the answers that are right may stand there.
        empty: whether null may stand there.
    """

    kind: str
    needed: bool = False
    several: bool = False
    empty: bool = False


def _answers(kind: str, *, needed: bool = False, empty: bool = True) -> Key:
    return Key(kind, needed, several=True, empty=empty)


ANY = Key("any")
OFFSET = Key("offset", needed=True)
FLAG = Key("flag")
EVIDENCE = Key("text", empty=True)

POSITION = {
    "holder": _answers("text", needed=True, empty=False),
    "topic": Key("topic", needed=True),
    "stance": _answers("stance", needed=True, empty=False),
    "target": _answers("text", needed=True),
    "start": OFFSET,
    "end": OFFSET,
    **{key: _answers(key) for key in ("act", "voice", "speech")},
    "speaker": _answers("text"),
    "soft": FLAG,
    "evidence": EVIDENCE,
    **dict.fromkeys(("event", "strength", "formula", "elements", "areas", "note"), ANY),
}
EVENT = {
    "event_type": _answers("event_type", needed=True, empty=False),
    "salience": Key("salience", needed=True),
    "start": _answers("day", needed=True),
    "end": _answers("day", needed=True),
    "precision": _answers("date_precision", needed=True, empty=False),
    "start_char": OFFSET,
    "end_char": OFFSET,
    "participants": Key("rows", needed=True),
    "status": _answers("status"),
    "country": _answers("text"),
    "soft": FLAG,
    "evidence": EVIDENCE,
    **dict.fromkeys(("key", "edtf", "basis", "place", "agenda", "note"), ANY),
}
PARTICIPANT = {
    "name": Key("text", needed=True),
    "represents": _answers("text", needed=True),
    "role": _answers("role"),
    "soft": FLAG,
    **dict.fromkeys(("kind", "office", "office_of", "note"), ANY),
}
IN_WORDS = {
    "text": "a text",
    "day": "a day such as 2024-11-14",
    "offset": "a whole number from 0",
    "flag": "true or false",
    "rows": "a list of objects",
}


def row_problems(row: object, keys: Mapping[str, Key], where: str) -> Iterator[Problem]:
    """What is wrong with the keys and values of one row."""
    if not isinstance(row, dict):
        yield Problem(where, f"is {_shown(row)}", "an object", "correct it")
        return
    for name in sorted(row.keys() - keys.keys()):
        yield Problem(f"{where}, {name}", "is unknown", "only " + ", ".join(keys), "rename it or take it out")
    for name, key in keys.items():
        if name not in row:
            if key.needed:
                yield Problem(f"{where}, {name}", "is missing", _expected(key), "add it")
        elif not _fits(row[name], key):
            what = f"{_shown(row[name])} cannot be used"
            yield Problem(f"{where}, {name}", what, _expected(key), "correct it")


def _fits(value: object, key: Key) -> bool:
    if key.several and isinstance(value, list):
        return bool(value) and all(_fits_one(each, key) for each in value)
    return _fits_one(value, key)


def _fits_one(value: object, key: Key) -> bool:
    if value is None:
        return key.empty or key.kind == "any"
    if key.kind == "offset":
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    types: dict[str, type] = {"any": object, "flag": bool, "rows": list}
    if key.kind in types:
        return isinstance(value, types[key.kind])
    return isinstance(value, str) and _is_told(value, key.kind)


def _is_told(value: str, kind: str) -> bool:
    if kind == "text":
        return bool(value.strip())
    return _is_day(value) if kind == "day" else value in codes(kind)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _expected(key: Key) -> str:
    one = IN_WORDS.get(key.kind) or f"one of {', '.join(codes(key.kind))}"
    others = [text for text, allowed in (("a list of those", key.several), ("null", key.empty)) if allowed]
    return ", or ".join([one, *others])


def _shown(value: Any) -> str:
    text = "null" if value is None else repr(value)
    return text if len(text) <= 40 else f"{text[:40]}..."
