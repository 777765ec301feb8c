"""When a coded row is what the gold standard means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
Span = tuple[int, int]
Find = Callable[[Row, Sequence[Row]], Row | None]
Pair = tuple[Row, Row | None]

LEAST_OVERLAP = 0.3


def overlap(one: Span, other: Span) -> float:
    """Share of the shorter span that both cover."""
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / max(1, min(one[1] - one[0], other[1] - other[0]))


def accepts(gold: Row, key: str, value: object) -> bool:
    """Whether the gold has this value; where it has a list, any of them will do."""
    wanted = gold.get(key)
    return value in wanted if isinstance(wanted, list) else value == wanted


def plain(name: str | None) -> str:
    """Reduce a name to its letters, so that accents, case and spaces do not matter."""
    letters = unicodedata.normalize("NFKD", name or "")
    return re.sub(r"[^a-z]", "", "".join(c for c in letters if not unicodedata.combining(c)).lower())


def paired(gold: Sequence[Row], coded: Sequence[Row], find: Find) -> tuple[list[Pair], list[Row]]:
    """The firm rows of the gold, each with its match or None, and the coded rows that match nothing.

    What both annotators found is matched first; what only one found takes its match away unasked.

    Args:
        gold: the wanted rows of one article.
        coded: the coder's.
        find: the match of a wanted row among coded ones, None where there is none.
    """
    left = list(coded)
    pairs: list[Pair] = []
    for wanted in sorted(gold, key=lambda row: bool(row.get("soft"))):
        found = find(wanted, left)
        if found is not None:
            left.remove(found)
        if not wanted.get("soft"):
            pairs.append((wanted, found))
    return pairs, left


def evidence_span(row: Row) -> Span:
    """The span of a row's evidence."""
    return row["evidence_start"], row["evidence_end"]


def same_position(gold: Row, row: Row) -> bool:
    """Whether holder and topic are the same, at overlapping evidence."""
    same = row["topic"] == gold["topic"] and accepts(gold, "holder", row["holder"])
    return same and overlap((gold["start"], gold["end"]), evidence_span(row)) > LEAST_OVERLAP


def first_position(gold: Row, rows: Sequence[Row]) -> Row | None:
    """The first position that is the same."""
    return next((row for row in rows if same_position(gold, row)), None)


def same_stance(gold: Row, row: Row) -> bool:
    """Whether stance and target are the same; the target of a peace process has too many names."""
    any_target = gold["topic"] == "peace_process"
    return accepts(gold, "stance", row["stance"]) and (any_target or accepts(gold, "target", row["target"]))


def plain_names(gold: Any) -> set[str]:
    """The letters of the names that the gold allows."""
    names: list[str | None] = gold if isinstance(gold, list) else [gold]
    return {plain(name) for name in names}


def best_event(gold: Row, rows: Sequence[Row]) -> Row | None:
    """The event of the same type that shares most participants and words; the first among equals."""
    alike = [(likeness(gold, row), row) for row in rows if accepts(gold, "event_type", row["event_type"])]
    best = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] > LEAST_OVERLAP else None


def likeness(gold: Row, row: Row) -> float:
    """How much of participants and words an event shares with the gold."""
    names = {plain(person["name"]) for person in gold["participants"]}
    shared = names & {plain(person["name"]) for person in row["participants"]}
    return len(shared) / max(1, len(names)) + overlap(
        (gold["start_char"], gold["end_char"]), evidence_span(row)
    )


def same_dates(gold: Row, row: Row) -> bool:
    """Whether start, end and precision are the same."""
    days = all(accepts(gold, key, str(row[key]) if row[key] else None) for key in ("start", "end"))
    return days and accepts(gold, "precision", row["date_precision"])


def same_participant(gold: Row, row: Row) -> bool:
    """Whether name and represented side are the same."""
    return plain(row["name"]) == plain(gold["name"]) and accepts(gold, "represents", row["represents"])
