"""What was expected and not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.views.pairs import TOOK_PLACE, of_events, of_positions
from readouts.views.said import printed_by
from readouts.views.source import DATE, NUMBER, TEXT, TRUTH, read, shaped

if TYPE_CHECKING:
    import pandas as pd

    from readouts.views.source import Source

TYPES = {
    "unit": TEXT,
    "article_id": TEXT,
    "event_id": TEXT,
    "topic": TEXT,
    "side_a": TEXT,
    "side_b": TEXT,
    "expected": TRUTH,
    "n_other_texts": NUMBER,
    "n_stated": NUMBER,
    "n_stated_by_a": NUMBER,
    "n_stated_by_b": NUMBER,
    "start": DATE,
    "end": DATE,
    "date_edtf": TEXT,
    "outlet_country": TEXT,
}
DYAD = ["side_a", "side_b"]
COUNTS = ["n_texts", "n_stated", "n_stated_by_a", "n_stated_by_b"]


def silences(source: Source = None) -> pd.DataFrame:
    """Show the core topics that articles and events do not state, against the dyad's other texts.

    An article is silent on a core topic where `coverage` says that it was looked at and states none. An event
    that took place is where all articles that exist to report it were looked at and state none, and no other
    article tells a position on it from there. What nobody looked at is in no row. The dyads of an article are
    the pairs of states in the events that it exists to report, and those of which one states something on the
    other; a silence has a row for each. A text of a dyad states a topic where one of the two states its
    stance on it, about one of the two.

    It cannot tell why nothing is said, nor whether it was said and not printed. What is expected is what the
    texts at hand hold; in few texts that is little.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table:
            `coverage`, `positions`, `reports`, `participants`, `events`, `articles`, `actors`.

    Returns:
        A row a silence and dyad, sorted by unit (articles first), `end`, ids, `topic` and sides. Columns:

        - `unit`: `article` or `event`; `article_id` or `event_id` is empty for the other.
        - `topic`: the core topic. `side_a`, `side_b`: the dyad, in the order of the alphabet; empty where the
          text has none.
        - `expected`: whether another text of the dyad states it; empty where there is no other text.
        - `n_other_texts`: other texts of the dyad that were looked at for the topic; `n_stated`: those that
          state it; `n_stated_by_a`, `n_stated_by_b`: those in which that side does.
        - `start`, `end`, `date_edtf`: bounds of the event, or of the article (by the day of publication).
        - `outlet_country`: of the article; empty for an event.

    Raises:
        UnknownTable: the source lacks a table.
        UnknownColumn: a table lacks a column.
        UnknownRelease: there is no such release.
    """
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

    coverage, positions, reports, participants, events, articles, actors = read(
        source,
        coverage=("article_id", "topic", "is_stated"),
        positions=("position_id", "article_id", "event_id", "holder", "target", "topic"),
        reports=("event_id", "article_id", "salience"),
        participants=("event_id", "represents"),
        events=("event_id", "status", "start", "end", "date_edtf"),
        articles=("article_id", "published", "outlet_country"),
        actors=("kind", "name"),
    )
    main = reports.loc[reports["salience"] == "main", ["event_id", "article_id"]].drop_duplicates()
    met = of_events(participants.merge(main[["event_id"]].drop_duplicates(), on="event_id"), actors)
    said = of_positions(positions, actors)
    texts = _distinct(pd.concat([main.merge(met, on="event_id"), said]), "article_id")
    there = _distinct(pd.concat([met, said]), "event_id")
    looked = coverage[coverage["is_stated"].notna()]
    counted = _counted(
        texts.merge(looked[["article_id", "topic"]], on="article_id"), _stated(positions, texts)
    )
    of_articles = _silent_articles(looked, texts, counted).merge(
        _printed(articles), on="article_id", how="left"
    )
    took_place = events.loc[events["status"].isin(TOOK_PLACE), "event_id"]
    silent = _silent_events(main[main["event_id"].isin(took_place)], looked, positions)
    of_all = _against(silent, there, _own_texts(main, texts, looked), counted).merge(
        events, on="event_id", how="left"
    )
    made = pd.concat([of_articles.assign(unit="article"), of_all.assign(unit="event")], ignore_index=True)
    return shaped(made, TYPES, ["unit", "end", "article_id", "event_id", "topic", *DYAD], coverage)


def _distinct(pairs: pd.DataFrame, key: str) -> pd.DataFrame:
    return pairs.loc[pairs[key].notna(), [key, *DYAD]].drop_duplicates(ignore_index=True)


def _stated(positions: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    """Positions of one of a dyad about one of it, by text."""
    found = positions[["article_id", "topic", "holder", "target"]].merge(texts, on="article_id")
    within = [
        (found[who] == found["side_a"]) | (found[who] == found["side_b"]) for who in ("holder", "target")
    ]
    return found[within[0] & within[1]]


def _counted(looked: pd.DataFrame, stated: pd.DataFrame) -> pd.DataFrame:
    """By dyad and topic: texts looked at, and those that state it."""
    found = looked.merge(_flags(stated), on=["article_id", "topic", *DYAD], how="left")
    flags = ["n_stated", "n_stated_by_a", "n_stated_by_b"]
    found[flags] = found[flags].fillna(0).astype("int64")
    return found.assign(n_texts=1).groupby([*DYAD, "topic"], as_index=False)[COUNTS].sum()


def _flags(stated: pd.DataFrame) -> pd.DataFrame:
    by_a = (stated["holder"] == stated["side_a"]).astype("int64")
    told = stated.assign(n_stated=1, n_stated_by_a=by_a, n_stated_by_b=1 - by_a)
    return told.groupby(["article_id", "topic", *DYAD], as_index=False)[COUNTS[1:]].max()


def _silent_articles(looked: pd.DataFrame, texts: pd.DataFrame, counted: pd.DataFrame) -> pd.DataFrame:
    silent = looked.loc[~looked["is_stated"].astype(bool), ["article_id", "topic"]]
    found = silent.merge(texts, on="article_id", how="left").merge(counted, on=[*DYAD, "topic"], how="left")
    return _judged(found.assign(n_own=1, event_id=None))


def _silent_events(main: pd.DataFrame, looked: pd.DataFrame, positions: pd.DataFrame) -> pd.DataFrame:
    """Events and topics that all their main articles were looked at for, and that nothing states."""
    seen = main.merge(looked[["article_id", "topic", "is_stated"]], on="article_id")
    silent = seen.assign(silent=~seen["is_stated"].astype(bool)).groupby(
        ["event_id", "topic"], as_index=False
    )
    found = silent.agg(n_silent=("silent", "sum"))
    reports = main.groupby("event_id", as_index=False).agg(n_reports=("article_id", "size"))
    found = found.merge(reports, on="event_id")
    said = positions[["event_id", "topic"]].drop_duplicates().assign(said=True)
    found = found[found["n_silent"] == found["n_reports"]].merge(said, on=["event_id", "topic"], how="left")
    return found.loc[found["said"].isna(), ["event_id", "topic"]]


def _own_texts(main: pd.DataFrame, texts: pd.DataFrame, looked: pd.DataFrame) -> pd.DataFrame:
    own = main.merge(texts, on="article_id").merge(looked[["article_id", "topic"]], on="article_id")
    return own.groupby(["event_id", *DYAD, "topic"], as_index=False).agg(n_own=("article_id", "size"))


def _against(
    silent: pd.DataFrame, there: pd.DataFrame, own: pd.DataFrame, counted: pd.DataFrame
) -> pd.DataFrame:
    found = silent.merge(there, on="event_id", how="left")
    found = found.merge(counted, on=[*DYAD, "topic"], how="left")
    found = found.merge(own, on=["event_id", *DYAD, "topic"], how="left")
    return _judged(found.assign(article_id=None, outlet_country=None))


def _judged(found: pd.DataFrame) -> pd.DataFrame:
    counts = found[[*COUNTS, "n_own"]].fillna(0).astype("int64")
    others = (counts["n_texts"] - counts["n_own"]).clip(lower=0)
    expected = (counts["n_stated"] > 0).astype(TRUTH).mask(others == 0)
    return found.assign(**{name: counts[name] for name in COUNTS}, n_other_texts=others, expected=expected)


def _printed(articles: pd.DataFrame) -> pd.DataFrame:
    made = articles.rename(columns={"published": "end"}).assign(date_edtf=printed_by(articles))
    return made.assign(start=made["end"].mask(made["end"].notna()))
