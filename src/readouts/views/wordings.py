"""How a holder's formula on a topic changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.views.asked import topics_in
from readouts.views.data import choices
from readouts.views.said import ARTICLE, EVENT_DATES, TOLD, dated
from readouts.views.source import DATE, NUMBER, TEXT, TRUTH, read, shaped
from readouts.views.statements import Statements

if TYPE_CHECKING:
    import pandas as pd

    from readouts.views.asked import Names
    from readouts.views.source import Source
    from readouts.views.statements import Marks

POSITIONS = (
    "position_id", "article_id", "event_id", "holder", "voice", "topic", "target", "stance", "formula",
    "elements", "evidence", "evidence_start",
)  # fmt: skip
TYPES = {
    "holder": TEXT,
    "topic": TEXT,
    "target": TEXT,
    "told_by_other": TRUTH,
    "place": NUMBER,
    "article_id": TEXT,
    "event_id": TEXT,
    "start": DATE,
    "end": DATE,
    "date_edtf": TEXT,
    "published": DATE,
    "outlet": TEXT,
    "outlet_country": TEXT,
    "language": TEXT,
    "n_positions": NUMBER,
    "position_id": TEXT,
    "stance": TEXT,
    "formula": TEXT,
    "elements": TEXT,
    "evidence": TEXT,
    "order": TEXT,
    "before": TEXT,
    "changed": TRUTH,
    "added": TEXT,
    "removed": TEXT,
    "marked": TEXT,
}
THREAD = ["holder", "topic", "target", "told_by_other"]
IN_TIME = [*THREAD, "end", "start", "published", "article_id", "position_id"]


def wording(source: Source = None, topics: Names | None = None) -> pd.DataFrame:
    """Show how a holder's formula on a topic changes over time, and between outlets.

    All that a holder states on a topic and target in one article at one event is one row: its formulas, and
    all elements that they are made of. What another side or the article tells of it, in words that may be
    theirs, is a row apart. Rows of a holder, topic and target stand in the order of their dates, and each is
    compared with the one before, where `order` tells that there is something to compare:

    - `first`: there is none before.
    - `dates`: the one before was certainly stated earlier; the bounds do not touch.
    - `publication`: only the days of publication tell which text came first.
    - `same_event`: both were stated at one event; what differs, differs between texts, not in time.
    - `unknown`: nothing tells which came first; nothing is compared.

    It cannot tell whether a policy changed: texts differ by translator and outlet, too. An element that is
    removed was not said in this text, no more.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table:
            `positions`, `events`, `articles`.
        topics: the topic or topics to show; all by default.

    Returns:
        A row a holder, topic, target, `told_by_other`, article and event, sorted by `holder`, `topic`,
        `target`, `told_by_other`, `place`. Columns:

        - `holder`, `topic`, `target`; `told_by_other`: whether it is in another's voice; `place`: 1 for the
          first row of these, 2 for the next.
        - `article_id`, `event_id`; `start`, `end`, `date_edtf`: bounds of the day; `published`, `outlet`,
          `outlet_country`, `language`: of the article.
        - `n_positions`: positions in the row; `position_id`, `stance`, `evidence`: of the first in the text.
        - `formula`: the formulas as written, each once, in the order of the text, joined by ` | `.
        - `elements`: of all of them, sorted, joined by `;`.
        - `order`: as above; `before`: `position_id` of the row that it is compared with.
        - `changed`: whether the stance, or the elements, or, where neither has any, the formulas differ,
          capitals (A to Z) and quotation marks aside; empty where nothing is compared.
        - `added`, `removed`: elements that this row has and the one before has not, and the other way round.
        - `marked`: those of them that matter most (principle or policy, independence, reunification; see
          `choices.csv`), with `+` or `-` before them, joined by `;`.

    Raises:
        BadInput: there is no such topic.
        UnknownTable: the source lacks a table.
        UnknownColumn: a table lacks a column.
        UnknownRelease: there is no such release.
    """
    positions, events, articles = read(source, positions=POSITIONS, events=EVENT_DATES, articles=ARTICLE)
    positions = positions.assign(told_by_other=positions["voice"].isin(TOLD).astype(TRUTH))
    chosen = None if topics is None else positions["topic"].isin(topics_in(topics, positions, "wording"))
    said = Statements(positions, [*THREAD, "article_id", "event_id"], chosen)
    rows = dated(said.rows, events, articles).sort_values(IN_TIME, kind="stable", ignore_index=True)
    return shaped(_told(_compared(rows, said), said), TYPES, [], positions)


def _compared(rows: pd.DataFrame, said: Statements) -> pd.DataFrame:
    thread = rows.groupby(THREAD, sort=False, dropna=False)
    place = thread.cumcount() + 1
    bare = rows.loc[rows["held"] == 0, "statement"]  # only there do formulas count
    plain = said.plain_formulas(bare).reindex(rows.index).fillna("")
    rows = rows.assign(plain=plain, stance=said.first("stance", rows["statement"]))
    shown = ["position_id", "event_id", "end", "published", "held", "plain", "stance"]
    before = rows[shown].shift().where(place > 1)
    order = _order(rows, before, place)
    comparable = ~order.isin(["first", "unknown"])
    now, then = rows["held"], before["held"].fillna(0).astype("int64")
    differs = (now != then).where((now | then) != 0, rows["plain"] != before["plain"])
    differs |= rows["stance"] != before["stance"]
    added, removed = ((one & ~other).where(comparable, 0) for one, other in ((now, then), (then, now)))
    return rows.assign(
        place=place,
        order=order,
        before=before["position_id"].where(comparable),
        changed=differs.astype(TRUTH).where(comparable),
        added=added,
        removed=removed,
    )


def _told(rows: pd.DataFrame, said: Statements) -> pd.DataFrame:
    """The rows with all that is told in words."""
    return rows.assign(
        evidence=said.first("evidence", rows["statement"]),
        formula=said.formulas(rows["statement"]),
        elements=said.marks.names(rows["held"]),
        added=said.marks.names(rows["added"]),
        removed=said.marks.names(rows["removed"]),
        marked=_marked(said.marks, rows["added"], rows["removed"]),
    )


def _order(rows: pd.DataFrame, before: pd.DataFrame, place: pd.Series[int]) -> pd.Series[str]:
    """How sure it is that the row before was stated before; the first that holds counts."""
    import numpy as np  # noqa: PLC0415 - keeps `import readouts` fast
    import pandas as pd  # noqa: PLC0415

    sure = {
        "first": place == 1,
        "same_event": before["event_id"] == rows["event_id"],
        "dates": before["end"] < rows["start"],
        "publication": before["published"] < rows["published"],
    }
    which = np.select(list(sure.values()), range(len(sure)), default=len(sure))
    return pd.Series(pd.array([*sure, "unknown"], dtype=TEXT).take(which), index=rows.index)


def _marked(marks: Marks, added: pd.Series[int], removed: pd.Series[int]) -> pd.Series[str]:
    asked = marks.bits(choices("wording", "marked_element"))
    into, out = marks.names(added & asked, "+"), marks.names(removed & asked, "-")
    return (into + ";" + out).fillna(into).fillna(out)
