"""Tables of invented states and people, as large as asked for; nothing in them is drawn by chance."""

from __future__ import annotations

from typing import Any

import pandas as pd

NAMES = (
    "Mira Tolve", "Олена Коваль", "Νίκος Παπάς", "გიორგი ბერიძე", "Արամ Պետրոսյան", "محمد العربي", "דוד לוי",
    "习近平", "นายสมชาย ใจดี", "Ngô Đình Diễm", "José $x$ {Ñandú} 100 %", "अमित शर्मा", "🙂 Emoji",
    "Otto Maximilian Ferdinand Freiherr von und zu Hohenlohe-Waldenburg-Schillingsfürst the Younger",
)  # fmt: skip
TOPICS = (
    "one_china", "territorial_integrity", "non_interference", "core_interests", "belt_and_road",
    "global_initiatives", "shared_future", "connectivity", "partnership", "cooperation", "multilateralism",
    "regional_organisation", "peace_process", "reconstruction", "climate", "counterterrorism", "human_rights",
    "nuclear", "sanctions_trade",
)  # fmt: skip
STANCES = ("support", "support", "acknowledge", "neutral", "oppose", "support", "support")
PRECISIONS = ("day", "span", "month", "year", "bounded", "before", "after", "unknown")
TYPES = ("meeting", "visit", "call", "conference", "agreement", "protest", "statement")


def sides(number: int) -> list[str]:
    """Some are states, some have names in other letters, one is long."""
    first = ["AZE", "CHN", "KAZ", "GBR"]
    others = [f"{NAMES[n % len(NAMES)]} League {n}" for n in range(number)]
    return [*first, *others][:number]


def event(number: int) -> dict[str, Any]:
    precision = PRECISIONS[number % len(PRECISIONS)]
    day = pd.Timestamp("2019-02-01") + pd.Timedelta(days=37 * number % 2400)
    start, end = bounds(precision, day)
    return {
        "event_id": f"evt_{number:012x}",
        "event_type": TYPES[number % len(TYPES)],
        "status": ("occurred", "occurred", "planned", "cancelled")[number % 4],
        "start": start,
        "end": end,
        "date_edtf": f"{start:%Y-%m-%d}/{end:%Y-%m-%d}" if precision == "span" else None,
        "date_precision": "bounded" if precision in {"before", "after"} else precision,
        "label": f"Event: {NAMES[number % len(NAMES)]} and {NAMES[(number + 3) % len(NAMES)]}",
    }


def bounds(precision: str, day: pd.Timestamp) -> tuple[Any, Any]:
    month = day.replace(day=1)
    return {
        "day": (day, day),
        "span": (day, day + pd.Timedelta(days=40)),
        "month": (month, month + pd.offsets.MonthEnd(1)),
        "year": (day.replace(month=1, day=1), day.replace(month=12, day=31)),
        "bounded": (day, day + pd.Timedelta(days=9)),
        "before": (pd.NaT, day),
        "after": (day, pd.NaT),
        "unknown": (pd.NaT, pd.NaT),
    }[precision]


def position(number: int, holders: list[str], events: int) -> dict[str, Any]:
    evidence = f"words of statement {number}"
    topic = TOPICS[number * 7 % len(TOPICS)]
    return {
        "position_id": f"pos_{number:012x}",
        "article_id": f"art_{number % 40:012x}",
        "event_id": f"evt_{number % events:012x}" if events and number % 3 else None,
        "holder": holders[number % len(holders)],
        "target": holders[(number * 5 + 1) % len(holders)] if topic != "one_china" else "CHN",
        "speaker": NAMES[number % len(NAMES)],
        "voice": ("self", "self", "joint", "other")[number % 4],
        "topic": topic,
        "stance": STANCES[number % len(STANCES)],
        "act": "assert",
        "strength": "firmly" if number % 5 == 0 else None,
        "formula": f"formula “{number % 3}” of {NAMES[number % len(NAMES)]}",
        "elements": ("principle", "policy", "policy;reunification")[number % 3]
        if topic == "one_china"
        else None,
        "evidence": evidence,
        "evidence_start": number,
        "rule": "invented",
    }


def article(number: int) -> dict[str, Any]:
    return {
        "article_id": f"art_{number:012x}",
        "outlet": "The Lena Post" if number % 2 else None,
        "outlet_country": "XSU",
        "language": "en",
        "published": pd.Timestamp("2020-01-01") + pd.Timedelta(days=number),
    }


def participant(number: int, holders: list[str], events: int) -> dict[str, Any]:
    who = (number * 11 + number // max(events, 1) * 5) % len(holders)
    return {
        "event_id": f"evt_{number % max(events, 1):012x}",
        "actor_id": f"per_{who:012x}",
        "actor_kind": "person",
        "represents": holders[who],
        "role": "counterpart",
    }


def actor(number: int, holders: list[str]) -> dict[str, Any]:
    return {
        "actor_id": f"per_{number:012x}",
        "kind": "person",
        "name": f"{NAMES[number % len(NAMES)]} {number}",
        "country": holders[number] if len(holders[number]) == 3 else None,
    }


def tables(holders: int = 12, events: int = 60, positions: int = 400) -> dict[str, pd.DataFrame]:
    """Tables with so many holders, events and positions."""
    named = sides(holders)
    covered = [
        {"article_id": f"art_{n:012x}", "topic": topic, "is_stated": n % 4 == 0}
        for n in range(40)
        for topic in ("one_china", "territorial_integrity")
    ]
    reports = [
        {"event_id": f"evt_{n:012x}", "article_id": f"art_{n % 40:012x}", "salience": "main"}
        for n in range(events)
    ]
    made = {
        "events": [event(n) for n in range(events)],
        "positions": [position(n, named, events) for n in range(positions)],
        "articles": [article(n) for n in range(40)],
        "participants": [participant(n, named, events) for n in range(3 * events)],
        "actors": [actor(n, named) for n in range(holders)],
        "coverage": covered,
        "reports": reports,
    }
    return {name: pd.DataFrame(rows) for name, rows in made.items()}


def empty() -> dict[str, pd.DataFrame]:
    """The same tables without rows."""
    return {name: frame.iloc[:0] for name, frame in tables().items()}
