"""When rows of two releases are the same thing, though their ids differ; and when an id is used again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Same:
    """What makes two rows of a table the same thing.

    Attributes:
        by: columns that must agree; ids that point to rows that moved are followed.
        overlap: whether their evidence must overlap, too. The longest overlap is the best.
        either: columns of which one must agree.
        ties: columns that decide between rows that overlap alike, the weightiest first.
        borrowed: columns come from another table, too: its name, and the id that both have.
        keeps: columns that rows with the same id must agree in; where they do not, the id was used again.
        keeps_overlap: whether their evidence must overlap, too.
    """

    by: tuple[str, ...]
    overlap: bool = False
    either: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    borrowed: tuple[str, str] | None = None
    keeps: tuple[str, ...] = ()
    keeps_overlap: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that this is judged by."""
        span = (START, END) if self.overlap or self.keeps_overlap else ()
        return tuple(dict.fromkeys([*self.by, *self.either, *self.ties, *self.keeps, *span]))


START, END = "evidence_start", "evidence_end"

SAME = {
    "articles": Same(by=("sha256",), keeps=("sha256",)),
    "actors": Same(by=("kind", "name"), keeps=("kind",)),
    "events": Same(
        by=("article_id", "event_type"),
        overlap=True,
        borrowed=("reports", "event_id"),
        keeps=("article_id",),
        keeps_overlap=True,
    ),
    "reports": Same(
        by=("article_id",),
        overlap=True,
        either=("event_id", "event_type"),
        ties=("event_id",),
        borrowed=("events", "event_id"),
        keeps=("event_id", "article_id"),
    ),
    "participants": Same(by=("event_id", "actor_id"), keeps=("event_id", "actor_id")),
    "positions": Same(
        by=("article_id", "holder", "topic"),
        overlap=True,
        ties=("stance", "target", "act"),
        keeps=("article_id", "holder", "topic"),
        keeps_overlap=True,
    ),
}
"""In the order in which rows are matched: what others point to comes first. Tables that are not here are
matched by their key alone."""
