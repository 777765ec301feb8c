"""How long each view takes on a million positions, and how much memory.

The tables are invented: states that meet, two articles an event, positions of each on the other. Each view
runs in a process of its own, so that its memory is its own; what making the tables costs is told apart. On a
busy machine the time of the processor tells more than the clock.

Run it as `.venv/bin/python benchmarks/views_speed.py [POSITIONS]`.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from readouts import views

if TYPE_CHECKING:
    from collections.abc import Callable

VIEWS: dict[str, Callable[[dict[str, pd.DataFrame]], pd.DataFrame]] = {
    "exchanges": views.exchanges,
    "silences": views.silences,
    "one_china_levels": views.one_china_levels,
    "integrity_levels": views.integrity_levels,
    "wording": views.wording,
    "two_sides": views.two_sides,
    "dyads": views.dyads,
    "network": views.network,
    "network of people": lambda tables: views.network(tables, "people"),
}
AN_EVENT = 8
"""Positions an event, half of them in each of its two articles."""

TOPICS: dict[str, list[str | None]] = {
    "one_china": ["policy", "principle", "principle;reunification", "taiwan_part_of_china", None],
    "territorial_integrity": ["sovereignty", "sovereignty;territorial_integrity", "independence;sovereignty"],
    "cooperation": [None],
    "partnership": [None],
}
SENTENCES = [
    "consistently supported the one-China principle, as the minister told his guest",
    "firmly supports the sovereignty, territorial integrity and independence of its neighbour",
    "respects the territorial integrity of all states within their recognised borders",
    "attaches great importance to the development of relations in all fields, and to trade",
]


def ids(prefix: str, numbers: np.ndarray) -> pd.Series[Any]:
    """Ids as the tables have them."""
    return pd.Series(numbers).astype("str").str.zfill(12).radd(f"{prefix}_")


def sides(events: int, draw: np.random.Generator) -> tuple[pd.Series[Any], pd.Series[Any]]:
    """Two different states for each event; China is one of them in every second."""
    states = np.array([f"{a}{b}X" for a in "ABCDEFGHIJ" for b in "ABCDEFGHIJKLMNOPQRST"])
    one = draw.integers(0, len(states), events)
    other = (one + draw.integers(1, len(states), events)) % len(states)
    names = np.where(np.arange(events) % 2 == 0, "CHN", states[other])
    return pd.Series(states[one]), pd.Series(names)


def tables(positions: int) -> dict[str, pd.DataFrame]:
    """The invented tables."""
    draw = np.random.default_rng(5)
    events = positions // AN_EVENT
    one, other = sides(events, draw)
    number = np.arange(positions)
    event = number // AN_EVENT
    first = number % 2 == 0
    a, b = (names.take(event).reset_index(drop=True) for names in (one, other))
    holder, target = a.where(first, b), b.where(first, a)
    topic = pd.Series(draw.choice(list(TOPICS), positions))
    topic = topic.mask((topic == "one_china") & (target != "CHN"), "territorial_integrity")
    sentence = pd.Series(draw.choice(SENTENCES, positions))
    drawn = draw.integers(0, 60, positions)
    elements = pd.Series([TOPICS[t][n % len(TOPICS[t])] for t, n in zip(topic, drawn, strict=True)])
    days = pd.Timestamp("1995-01-01") + pd.to_timedelta(draw.integers(0, 11_000, events), unit="D")
    start = pd.Series(days).mask(pd.Series(draw.random(events) < 0.4))
    end = pd.Series(days).mask(pd.Series(draw.random(events) < 0.1))
    edtf = (
        "[" + start.dt.strftime("%Y-%m-%d").fillna("") + ".." + end.dt.strftime("%Y-%m-%d").fillna("") + "]"
    )
    articles = np.arange(events * 2)
    article = event * 2 + (number % AN_EVENT) // (AN_EVENT // 2)
    both = np.repeat(np.arange(events), 2)
    acts_for = pd.Series(np.where(np.arange(events * 2) % 2 == 0, one.take(both), other.take(both)))
    person = pd.Series(draw.integers(0, 5, events * 2)).astype("str")
    said = {
        "position_id": ids("pos", number),
        "article_id": ids("art", article),
        "event_id": ids("evt", event).mask(pd.Series(draw.random(positions) < 0.1)),
        "holder": holder,
        "speaker": "A Speaker",
        "voice": "self",
        "topic": topic,
        "stance": "support",
        "act": "assert",
        "target": target,
        "strength": pd.Series(draw.choice(["firmly", "always", ""], positions)).replace("", None),
        "formula": sentence.str.slice(0, 30),
        "elements": elements,
        "evidence": "In his talks of day "
        + pd.Series(number).astype("str")
        + " it was said that it "
        + sentence,
        "evidence_start": number % 5000,
        "rule": topic + "/invented < support",
    }
    core = [name for name in ("one_china", "territorial_integrity") for _ in articles]
    stated = pd.MultiIndex.from_frame(pd.DataFrame({"a": said["article_id"], "t": topic}))
    looked = pd.MultiIndex.from_arrays([pd.concat([ids("art", articles)] * 2), core])
    return {
        "positions": pd.DataFrame(said),
        "events": pd.DataFrame(
            {
                "event_id": ids("evt", np.arange(events)),
                "event_type": "meeting",
                "status": "occurred",
                "start": start,
                "end": end,
                "date_edtf": edtf.mask(start.isna() & end.isna()),
            }
        ),
        "reports": pd.DataFrame(
            {"event_id": ids("evt", both), "article_id": ids("art", articles), "salience": "main"}
        ),
        "participants": pd.DataFrame(
            {
                "event_id": ids("evt", both),
                "actor_id": "per_" + acts_for.astype("str").str.lower() + person,
                "actor_kind": "person",
                "represents": acts_for,
                "role": "counterpart",
            }
        ),
        "articles": pd.DataFrame(
            {
                "article_id": ids("art", articles),
                "outlet": "An Outlet",
                "outlet_country": acts_for,
                "language": "en",
                "published": pd.Series(days.repeat(2) + pd.Timedelta(days=1)),
            }
        ),
        "actors": pd.DataFrame(
            {
                "actor_id": "sta_" + one.unique(),
                "kind": "state",
                "name": one.unique(),
                "country": one.unique(),
            }
        ),
        "coverage": pd.DataFrame(
            {
                "article_id": looked.get_level_values(0),
                "topic": core,
                "is_stated": pd.Series(looked.isin(stated)).astype("boolean"),
            }
        ),
    }


def peak() -> int:
    """The most memory that this process ever had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measure(name: str, positions: int) -> None:
    """Print how long one view takes."""
    made = tables(positions)
    before = peak()
    begun, busy = time.perf_counter(), time.process_time()
    rows = len(VIEWS[name](made))
    took, worked = time.perf_counter() - begun, time.process_time() - busy
    print(f"{name:18} {took:5.2f} s (processor {worked:5.2f} s) {rows:>9,} rows, {before:,} to {peak():,} MB")


def main() -> None:
    """Measure the views, one after the other."""
    positions = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    for name in VIEWS:
        process = multiprocessing.get_context("spawn").Process(target=measure, args=(name, positions))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
