"""Statements on one China and on territorial integrity, each on its scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.views.data import choices, rules
from readouts.views.placing import Placing
from readouts.views.said import ARTICLE, EVENT_DATES, OWN, dated, is_state
from readouts.views.source import DATE, NUMBER, TEXT, TRUTH, read, shaped

if TYPE_CHECKING:
    import pandas as pd

    from readouts.views.source import Source

POSITIONS = (
    "position_id", "article_id", "event_id", "holder", "speaker", "voice", "topic", "stance", "act", "target",
    "strength", "formula", "elements", "evidence", "evidence_start", "rule",
)  # fmt: skip
STATED = {
    "unit": TEXT,
    "position_id": TEXT,
    "article_id": TEXT,
    "event_id": TEXT,
    "holder": TEXT,
    "target": TEXT,
    "is_own": TRUTH,
    "speaker": TEXT,
    "voice": TEXT,
    "start": DATE,
    "end": DATE,
    "date_edtf": TEXT,
    "language": TEXT,
    "outlet_country": TEXT,
    "level": TEXT,
    "rank": NUMBER,
    "level_rule": TEXT,
    "words": TEXT,
    "stance": TEXT,
    "act": TEXT,
    "strength": TEXT,
    "formula": TEXT,
    "elements": TEXT,
    "evidence": TEXT,
}
ORDER = ["holder", "end", "start", "article_id", "position_id"]
CHINA = "CHN"
"""The target of every position on one China (codebook)."""


def one_china_levels(source: Source = None) -> pd.DataFrame:
    """Place each statement on one China on a scale, by a table of rules.

    The rules stand in `level_rules.csv`; the first that holds gives the level, so that no statement goes up
    on one word: `respects` stays `respects` though the principle is named, reunification counts only beside
    the principle, 'peaceful' in the words keeps it peaceful. A `policy` alone is `policy_named`, beside the
    scale: its rank is empty, as are those of `other_words`, `reunification_named`, `demanded`, `neutral` and
    `opposes`. `levels.csv` tells what each level means, `schemes()` what published schemes call it.

    Where an article was looked at and states nothing on one China, but a state's own stance for its relations
    with China, that state has a row of the unit `article`, level `relations_only`.

    It cannot tell a state's policy: a level is that of one text in one language, and versions of a text in
    two languages often differ. `relations_only` is known of the text, not of the state. That a statement
    has no higher level means that these words have none.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table:
            `positions`, `events`, `articles`, `actors`, `coverage`.

    Returns:
        A row a statement, sorted by `holder`, `end` and `start`. Columns:

        - `unit`: `position`, or `article` for a state that is silent in an article on relations.
        - `position_id`, `article_id`, `event_id`: where it was stated; of an article the first words on
          the relations.
        - `holder`, `target`, `is_own` (the holder's own concern), `speaker`, `voice`.
        - `start`, `end`, `date_edtf`: bounds of the day. `language`, `outlet_country`: of the article.
        - `level`; `rank`, 0 to 8, empty beside the scale; `level_rule`, the rule that gave it; `words`, the
          words that the rule asks for, joined by `;`, or the formula where it goes by elements.
        - `stance`, `act`, `strength`, `formula`, `elements`, `evidence`: of the position.

    Raises:
        UnknownTable: the source lacks a table.
        UnknownColumn: a table lacks a column.
        UnknownRelease: there is no such release.
    """
    positions, events, articles, actors, coverage = read(
        source,
        positions=POSITIONS,
        events=EVENT_DATES,
        articles=ARTICLE,
        actors=("kind", "name"),
        coverage=("article_id", "topic", "is_stated"),
    )
    import pandas as pd  # noqa: PLC0415 - keeps `import readouts` fast

    stated = _placed(_of(positions, "one_china"), "one_china_levels")
    silent = _relations_only(positions, actors, coverage)
    both = pd.concat([stated, silent], ignore_index=True) if len(silent) else stated
    return shaped(dated(both, events, articles), STATED, ORDER, positions)


def integrity_levels(source: Source = None) -> pd.DataFrame:
    """Place each statement on territorial integrity on a scale, by a table of rules.

    The verb gives the level: recognises or respects, supports, firmly supports, supports with an act (a vote,
    aid, a mission told in the same words). The rules stand in `level_rules.csv`, and the first that holds
    counts. Apart from the verb, `names` tells whether a territory, a state or neither is named, and
    `elements` which components are said. Rank is empty beside the scale: `demanded`, `rejects_breach`,
    `acknowledges`, `other_words`, `neutral`, `opposes`.

    It cannot tell what the holder did, apart from acts told in the same words; nor whether borders are meant
    that others dispute. Levels are those of one text in one language, never of a state.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table:
            `positions`, `events`, `articles`, `actors`.

    Returns:
        A row a statement, sorted by `holder`, `end` and `start`: the columns of `one_china_levels` (`rank` is
        1 to 4), and

        - `names`: `territory` where the words name one of those in `level_words.csv`, `state` where the
          target is a state, `other` where it is something else, `none` where it is in the abstract.
        - `territory`: the name as found, in small letters.
        - `n_components`: how many elements are said.

    Raises:
        UnknownTable: the source lacks a table.
        UnknownColumn: a table lacks a column.
        UnknownRelease: there is no such release.
    """
    positions, events, articles, actors = read(
        source, positions=POSITIONS, events=EVENT_DATES, articles=ARTICLE, actors=("kind", "name")
    )
    stated = _of(positions, "territorial_integrity")
    placing = Placing(stated)
    named = _named(stated, placing.words_of("territory"), actors)
    placed = _placed(stated, "integrity_levels", placing).join(named)
    types = STATED | {"names": TEXT, "territory": TEXT, "n_components": NUMBER}
    return shaped(dated(placed, events, articles), types, ORDER, positions)


def _of(positions: pd.DataFrame, topic: str) -> pd.DataFrame:
    return positions[positions["topic"] == topic].reset_index(drop=True)


def _placed(stated: pd.DataFrame, view: str, placing: Placing | None = None) -> pd.DataFrame:
    made = (placing or Placing(stated)).placed(view)
    own = (stated["holder"] == stated["target"]).astype(TRUTH)
    return stated.join(made).assign(unit="position", is_own=own)


def _named(stated: pd.DataFrame, territory: pd.Series[str], actors: pd.DataFrame) -> pd.DataFrame:
    target = stated["target"]
    names = target.notna().map({True: "other", False: "none"}).mask(is_state(target, actors), "state")
    components = stated["elements"].str.count(";").add(1).fillna(0)
    return stated.loc[:, []].assign(
        names=names.mask(territory.notna(), "territory"), territory=territory, n_components=components
    )


def _relations_only(positions: pd.DataFrame, actors: pd.DataFrame, coverage: pd.DataFrame) -> pd.DataFrame:
    """The first words of each state on its relations with China, in articles silent on one China."""
    silent = coverage[(coverage["topic"] == "one_china") & ~coverage["is_stated"].fillna(value=True)]
    told = positions[
        positions["topic"].isin(choices("one_china_levels", "relations_topic"))
        & (positions["target"] == CHINA)
        & (positions["stance"] == "support")
        & positions["voice"].isin(OWN)
        & (positions["holder"] != CHINA)
        & positions["article_id"].isin(silent["article_id"])
    ]
    told = told[is_state(told["holder"], actors)].sort_values(["evidence_start", "position_id"])
    first = told.drop_duplicates(["article_id", "holder"])
    level = next(rule for rule in rules("one_china_levels") if rule.level == "relations_only")
    return first.assign(
        unit="article",
        event_id=None,
        is_own=False,
        level=level.level,
        rank=level.rank,
        level_rule="silent",
        words=first["formula"],
    )
