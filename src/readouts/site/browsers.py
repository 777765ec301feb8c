"""The tables of a release that can be looked through, and which of their columns hold codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readouts.site import records

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from readouts.site.records.shared import Record
    from readouts.site.tables import Tables


@dataclass(frozen=True)
class Browser:
    """A table that can be looked through.

    Attributes:
        name: of the page and its templates.
        words: what it is called.
        table: the table of the release that its rows are of.
        heads: the heads of its columns.
        dated: what its days are of; empty where rows have none.
        records: what makes its rows.
    """

    name: str
    words: str
    table: str
    heads: tuple[str, ...]
    dated: str
    records: Callable[[Tables], list[Record]]


BROWSERS = (
    Browser("positions", "Positions", "positions", ("holder", "says", "when", "sentence"), "When it was said",
            records.positions),
    Browser("events", "Events", "events", ("what", "when", "sides", "event"), "When it was", records.events),
    Browser("actors", "Actors", "actors", ("name", "kind", "of", "part"), "", records.actors),
    Browser("sources", "Sources", "articles", ("article", "outlet", "published", "core topics"),
            "When it was published", records.sources),
)  # fmt: skip

CODES = {
    "positions": {"holder": "side", "target": "side", "topic": "topic", "stance": "stance", "act": "act",
                  "voice": "voice", "told_by": "told_by", "speech": "speech", "elements": "element",
                  "areas": "area", "coding": "coding"},
    "events": {"event_type": "event_type", "status": "status", "sides": "side", "country": "side",
               "agenda": "area", "date_precision": "date_precision", "date_basis": "date_basis",
               "plover_event": "plover_event", "plover_mode": "plover_mode", "cameo_code": "cameo_code",
               "coding": "coding", "represents": "side", "role": "role", "salience": "salience"},
    "actors": {"kind": "actor_kind", "country": "side"},
    "sources": {"outlet_country": "side", "published_basis": "published_basis", "stated": "topic",
                "topic": "core_topic"},
}  # fmt: skip
"""Which names of a page's records hold codes, and of which vocabulary; `action` is one everywhere."""


def text_columns(table: Mapping[str, Any]) -> str:
    """The columns of a table that hold text, given its resource: they read the same there and on its page."""
    fields = table["schema"]["fields"]
    return " ".join(field["name"] for field in fields if field["type"] == "string")
