"""Cases for the coder: a short text with the rows that the codebook asks for, in `tests/coder_cases/*.toml`.

A case has `id`, `text`, `published`, `outlet_country`, and the complete lists `events` and `positions`. An
attribute that is left out is not asked for, one that is a list allows each of its values, "none" stands for
null. A state among the people of an event is written by its code. A row with `soft = true` may be found or
not. `gap = "reason"` marks a case that the coder is known to fail.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readouts.coder import Findings, Knowledge, read_article
from readouts.scoring.matching import plain
from readouts.seeds.types import Article, Source
from readouts.tables.codes import codes

if TYPE_CHECKING:
    from datetime import date

    from readouts.coder.events.model import Event, Part
    from readouts.coder.positions.finder import Position

FOLDER = Path(__file__).parent / "coder_cases"
Row = Mapping[str, Any]
CASE_KEYS = {"id", "text", "published", "outlet_country", "outlet", "events", "positions", "gap"}
EVENT_KEYS = ("type", "salience", "status", "start", "end", "country")
POSITION_KEYS = ("holder", "topic", "stance", "act", "target", "speaker", "voice", "speech")
VOCABULARIES = {"type": "event_type"} | {
    key: key for key in ("salience", "status", "topic", "stance", "act", "voice", "speech")
}


@dataclass(frozen=True)
class Case:
    """A text with what is to be found in it."""

    id: str
    text: str
    published: date
    outlet_country: str
    events: tuple[Row, ...]
    positions: tuple[Row, ...]
    outlet: str = "A newspaper"
    gap: str | None = None

    def article(self) -> Article:
        """The text as an article of the catalogue."""
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        source = Source(f"{self.id}.txt", self.outlet, self.outlet_country, None, self.published, "catalogue")
        return Article(source, self.text, digest)


def read_cases() -> list[Case]:
    """All cases of the folder; a wrong key or code is an error that names the case."""
    return [make_case(row) for path in sorted(FOLDER.glob("*.toml")) for row in _rows(path)]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [
        row | {"id": f"{path.stem}/{row['id']}"}
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]
    ]


def make_case(row: dict[str, Any]) -> Case:
    """A case of a file, checked."""
    _only(row, CASE_KEYS, row["id"])
    for event in row["events"]:
        _only(event, {*EVENT_KEYS, "people", "soft"}, row["id"])
    for position in row["positions"]:
        _only(position, {*POSITION_KEYS, "soft"}, row["id"])
    return Case(**row | {"events": tuple(row["events"]), "positions": tuple(row["positions"])})


def _only(row: Row, keys: set[str], case: str) -> None:
    wrong = [f"key {key}" for key in row if key not in keys]
    for key, vocabulary in VOCABULARIES.items():
        known = codes(vocabulary)
        wrong += [f"{key} {value}" for value in _values(row.get(key)) if value not in known]
    for person in row.get("people", ()):
        wrong += [f"role {role}" for role in _values(person[2]) if role not in codes("role")]
    if wrong:
        message = f"{case}: unknown {', '.join(wrong)}; see the codebook and {__file__}"
        raise ValueError(message)


def differences(case: Case, knowledge: Knowledge) -> list[str]:
    """What the coder missed, found too much, or told otherwise, in plain words."""
    findings = read_article(case.article(), knowledge)
    return [*_event_differences(case, findings), *_position_differences(case, findings)]


# events


def _event_differences(case: Case, findings: Findings) -> list[str]:
    left = list(findings.events)
    told: list[str] = []
    for wanted in sorted(case.events, key=_is_soft):
        found = max(left, key=lambda event: _event_likeness(wanted, event), default=None)
        if found is not None and _event_likeness(wanted, found) >= 0:
            left.remove(found)
            told += [] if _is_soft(wanted) else _compare_event(wanted, found)
        elif not _is_soft(wanted):
            told.append(f"missed event: {_wanted_event(wanted)}")
    return told + [f"extra event: {_found_event(event, case.text)}" for event in left]


def _event_likeness(wanted: Row, found: Event) -> int:
    """The higher the more alike; below nought where the two cannot be the same."""
    if not _accepts(wanted["type"], found.event_type):
        return -1
    parts = [(part.entity.speaks_for, _name(part)) for part in found.parts]
    people = sum(any(_same_name(person[0], name) for _, name in parts) for person in wanted.get("people", ()))
    agreeing = sum(_accepts(wanted[key], value) for key, value in _facts(found).items() if key in wanted)
    return 10 * people + agreeing


def _facts(event: Event) -> dict[str, str | None]:
    return {
        "type": event.event_type,
        "salience": event.salience,
        "status": event.status,
        "start": _iso(event.when.start),
        "end": _iso(event.when.end),
        "country": event.country,
    }


def _compare_event(wanted: Row, found: Event) -> list[str]:
    wrong = _wrong_values(wanted, _facts(found)) + _compare_people(wanted.get("people"), found.parts)
    return [f"{found.event_type}: {each} (rule {found.entry.rule})" for each in wrong]


def _compare_people(wanted: Sequence[Sequence[Any]] | None, parts: Sequence[Part]) -> list[str]:
    if wanted is None:
        return []
    left = list(parts)
    told: list[str] = []
    for name, side, role in wanted:
        found = next((part for part in left if _same_name(name, _name(part))), None)
        if found is None:
            told.append(f"{name} ({side}) does not take part")
            continue
        left = [part for part in left if part.entity is not found.entity]
        facts = {"side": found.entity.speaks_for, "role": found.role}
        told += [f"{name}: {each}" for each in _wrong_values({"side": side, "role": role}, facts)]
    return told + [f"{_name(part)} ({part.entity.speaks_for}) takes part as {part.role}" for part in left]


def _wanted_event(wanted: Row) -> str:
    people = [str(person[0]) for person in wanted.get("people", ())]
    kind = " or ".join(_values(wanted["type"]))
    return f"{kind} ({wanted.get('salience', 'any salience')}) of {', '.join(people) or 'anyone'}"


def _found_event(event: Event, text: str) -> str:
    people = ", ".join(_name(part) for part in event.parts)
    subject = f"{event.event_type} ({event.salience}) of {people or 'nobody'}"
    return f"{subject}, at {text[event.start : event.end][:90]!r} (rule {event.entry.rule})"


def _name(part: Part) -> str:
    is_state = part.entity.kind == "state" and part.entity.code
    return str(part.entity.code) if is_state else part.entity.name


def _same_name(wanted: object, found: str) -> bool:
    return any(plain(value) == plain(found) for value in _values(wanted))


# positions


def _position_differences(case: Case, findings: Findings) -> list[str]:
    left = list(findings.positions)
    told: list[str] = []
    pairs = [
        (-_position_likeness(wanted, found), place, other)
        for place, wanted in enumerate(case.positions)
        for other, found in enumerate(left)
        if _same_issue(wanted, found)
    ]
    taken: dict[int, int] = {}
    for _, place, other in sorted(pairs):
        if place not in taken and other not in taken.values():
            taken[place] = other
    for place, wanted in enumerate(case.positions):
        if _is_soft(wanted):
            continue
        told += _compare_position(wanted, left[taken[place]] if place in taken else None)
    extra = [found for other, found in enumerate(left) if other not in taken.values()]
    return told + [f"extra position: {_found_position(found, case.text)}" for found in extra]


def _same_issue(wanted: Row, found: Position) -> bool:
    return _accepts(wanted["holder"], found.holder) and _accepts(wanted["topic"], found.topic)


def _position_likeness(wanted: Row, found: Position) -> int:
    return sum(_accepts(wanted[key], value) for key, value in _stated(found).items() if key in wanted)


def _stated(found: Position) -> dict[str, str | None]:
    holding = found.holding
    return {
        "stance": found.stance,
        "act": found.act,
        "target": found.target,
        "speaker": holding.speaker.name if holding.speaker else None,
        "voice": holding.voice,
        "speech": holding.speech,
    }


def _compare_position(wanted: Row, found: Position | None) -> list[str]:
    subject = f"{wanted['holder']} on {wanted['topic']}"
    if found is None:
        by, of = wanted.get("speaker", "anyone"), wanted.get("target", "any")
        stance = wanted.get("stance", "any stance")
        return [f"missed position: {subject}: {stance}, said by {by}, target {of}"]
    wrong = _wrong_values(wanted, _stated(found))
    return [f"position {subject}: {each} (rule {found.rule})" for each in wrong]


def _found_position(found: Position, text: str) -> str:
    facts = ", ".join(f"{key} {value}" for key, value in _stated(found).items())
    told = text[found.start : found.end][:90]
    return f"{found.holder} on {found.topic}, {facts}, at {told!r} (rule {found.rule})"


# values


def _is_soft(row: Row) -> bool:
    return bool(row.get("soft", False))


def _values(wanted: object) -> list[str]:
    if wanted is None:
        return []
    return [str(each) for each in wanted] if isinstance(wanted, list) else [str(wanted)]


def _accepts(wanted: object, found: str | None) -> bool:
    return any(plain_value(value) == plain_value(found or "none") for value in _values(wanted))


def plain_value(value: str) -> str:
    """A day as it is, anything else by its letters, as the scorer compares names."""
    return plain(value) or value


def _wrong_values(wanted: Row, found: Mapping[str, str | None]) -> list[str]:
    return [
        f"{key} is {value or 'none'}, should be {' or '.join(_values(wanted[key]))}"
        for key, value in found.items()
        if key in wanted and not _accepts(wanted[key], value)
    ]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
