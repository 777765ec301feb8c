"""How the invented articles are rightly coded, to be changed at will."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import invented

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Gold = dict[str, Any]


def span(text: str, words: str) -> tuple[int, int]:
    """Where words stand in a text."""
    return text.index(words), text.index(words) + len(words)


def person(name: str, side: str, role: str) -> Gold:
    """A participant."""
    return {"name": name, "represents": side, "role": role}


def gold_of_visit() -> Gold:
    """The visit: one position, one event."""
    said = span(invented.VISIT, "supports the sovereignty and territorial integrity")
    told = span(invented.VISIT, "Mira Tolve met with")
    return {
        "positions": [
            {
                "holder": "XNO",
                "topic": "territorial_integrity",
                "stance": "support",
                "target": "XSU",
                "act": "assert",
                "speaker": "Mira Tolve",
                "voice": "self",
                "speech": "indirect",
                "start": said[0],
                "end": said[1],
            }
        ],
        "events": [
            {
                "event_type": "meeting",
                "salience": "main",
                "status": "occurred",
                "start": None,
                "end": "2031-03-04",
                "precision": "bounded",
                "country": "XSU",
                "start_char": told[0],
                "end_char": told[1],
                "participants": [person("Mira Tolve", "XNO", "guest"), person("Olen Arva", "XSU", "host")],
            }
        ],
    }


def gold_of_speech() -> Gold:
    """The speech: no position, two events."""
    spoke, talks = span(invented.SPEECH, "spoke on radio"), span(invented.SPEECH, "his talks with")
    unknown = {"start": None, "end": None, "precision": "unknown", "country": None, "status": "occurred"}
    statement = {"event_type": "statement", "salience": "main", "start_char": spoke[0], "end_char": spoke[1]}
    meeting = {
        "event_type": "meeting",
        "salience": "background",
        "start_char": talks[0],
        "end_char": talks[1],
    }
    return {
        "positions": [],
        "events": [
            {**unknown, **statement, "participants": [person("Olen Årva", "XSU", "speaker")]},
            {**unknown, **meeting, "participants": [person("Mira Tolve", "XNO", "counterpart")]},
        ],
    }


def first(kind: str, **changes: object) -> Callable[[Gold], None]:
    """A change of the first position or event."""
    return lambda held: held[kind][0].update(changes)


def write(folder: Path, change: Callable[[Gold], object] = lambda _: None) -> Path:
    """Write the gold standard into a folder, after changes to the part of the visit."""
    visit = gold_of_visit()
    change(visit)
    folder.mkdir()
    for name, held in (("visit", visit), ("speech", gold_of_speech())):
        (folder / f"{name}.json").write_text(json.dumps(held), encoding="utf-8")
    return folder
