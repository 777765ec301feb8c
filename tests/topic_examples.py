"""The examples of the lexicon's topic files, and what the coder makes otherwise of them.

An example is a `[[examples]]` of `src/readouts/lexicon/topics/*.toml`; README.md there tells its form. Its
text is coded as a short article of an outlet of no country. Only rows of the file's topic are compared.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import TYPE_CHECKING, Any

from readouts.coder import Knowledge, read_article
from readouts.scoring.matching import plain
from readouts.seeds.types import Article, Source

if TYPE_CHECKING:
    from readouts.coder.positions.finder import Position

FOLDER = resources.files("readouts.lexicon") / "topics"
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Example:
    """A text of a topic file with the rows of its topic."""

    topic: str
    text: str
    coded: tuple[Row, ...]
    gap: str | None = None

    @property
    def title(self) -> str:
        """The topic and the beginning of the text, to know it by."""
        return f"{self.topic}/{' '.join(self.text.split())[:60]}"

    def article(self) -> Article:
        """The text as an article."""
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        source = Source("example.txt", "A newspaper", None, None, date(2025, 6, 12), "catalogue")
        return Article(source, self.text, digest)


def read_examples() -> list[Example]:
    """Every example of every topic, in the order of the files."""
    names = sorted(path.name for path in FOLDER.iterdir() if path.name.endswith(".toml"))
    return [example for name in names for example in _of_file((FOLDER / name).read_text("utf-8"))]


def _of_file(content: str) -> list[Example]:
    table = tomllib.loads(content)
    return [
        Example(table["topic"], each["text"].strip(), tuple(each["coded"]), each.get("gap"))
        for each in table.get("examples", ())
    ]


def differences(example: Example, knowledge: Knowledge) -> list[str]:
    """What the coder missed, found too much, or told otherwise, in plain words."""
    found = [p for p in read_article(example.article(), knowledge).positions if p.topic == example.topic]
    told: list[str] = []
    for row in example.coded:
        best = max(found, key=lambda position: _likeness(row, position), default=None)
        if best is None or _likeness(row, best) < 0:
            told.append(f"missed: {_described(row)}")
            continue
        found.remove(best)
        told += [f"{row['holder']}: {each}" for each in _wrong(row, best)]
    return told + [f"found too much: {_found(position, example.text)}" for position in found]


def _likeness(row: Row, position: Position) -> int:
    """The higher the more alike; below nought where holder or stance differ."""
    facts = _facts(position)
    if not _is_same(row["holder"], facts["holder"]):
        return -1
    return sum(_is_same(value, facts[key]) for key, value in row.items())


def _facts(position: Position) -> dict[str, object]:
    return {
        "holder": position.holder,
        "stance": position.stance,
        "act": position.act,
        "target": position.target or "none",
        "elements": position.elements,
        "strength": position.strength,
        "areas": position.areas,
        "voice": position.holding.voice,
    }


def _is_same(wanted: object, found: object) -> bool:
    if isinstance(wanted, Sequence) and not isinstance(wanted, str):
        several = found if isinstance(found, tuple) else (found,)
        return sorted(plain(str(each)) for each in wanted) == sorted(plain(str(each)) for each in several)
    return plain(str(wanted)) == plain(str(found))


def _wrong(row: Row, position: Position) -> list[str]:
    facts = _facts(position)
    return [
        f"{key} is {_told(facts[key])}, should be {_told(value)} (rule {position.rule})"
        for key, value in row.items()
        if not _is_same(value, facts[key])
    ]


def _described(row: Row) -> str:
    return ", ".join(f"{key} {_told(value)}" for key, value in row.items())


def _found(position: Position, text: str) -> str:
    facts = ", ".join(f"{key} {_told(value)}" for key, value in _facts(position).items())
    return f"{facts}, at {text[position.start : position.end][:90]!r} (rule {position.rule})"


def _told(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " + ".join(str(each) for each in value) or "none"
    return str(value)
