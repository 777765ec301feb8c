"""What is told of an article before its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.explain.facts import Fact
from readouts.explain.marks import LAYERS
from readouts.printing import printable

if TYPE_CHECKING:
    from readouts.explain.marks import Explanation


def overview(explanation: Explanation) -> list[Fact]:
    """The article and its figures, as facts."""
    (row,) = explanation.tables["articles"]
    published = f"{row['published'] or 'day not known'} ({row['published_basis']})"
    counts = {layer: sum(1 for _ in explanation.of(layer)) for layer in LAYERS}
    told = {
        "file": row["file"],
        "outlet": ", ".join(filter(None, (row["outlet"], row["outlet_country"]))),
        "published": published,
        "dateline": row["dateline_place"] or "",
        "sides": ", ".join(explanation.sides),
        "marked": ", ".join(f"{n} {layer}" for layer, n in counts.items() if n) or "nothing",
        "not stated": ", ".join(explanation.unstated),
        "article": f"{row['article_id']}, {row['characters']} characters",
    }
    return [Fact(name, printable(value)) for name, value in told.items() if value]
