"""`ACCURACY.md`: how well the tables agree with the gold standard of the seeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.release.markdown import grid
from readouts.scoring.bootstrap import CONFIDENCE, RESAMPLES
from readouts.scoring.report import count_rows, part_rows, share_rows
from readouts.scoring.wording import ENOUGH_ARTICLES, articles_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readouts.rulings.reviewed import Reviewed
    from readouts.scoring import Scores

MEANINGS = {
    "positions": "holder and topic, at overlapping evidence",
    "core": "the same, for the core topics alone",
    "stated": "holder, topic, stance and target, at overlapping evidence",
    "main events": "type of the events that the articles exist to report",
    "events": "type and overlapping participants or evidence, of all events",
    "participants": "name and represented side, in the main events",
    "silence": "article and core topic rightly told as stated or not stated",
    "act": "act, of the positions found",
    "speaker": "speaker, of the positions found",
    "voice": "voice, of the positions found",
    "speech": "speech, of the positions found",
    "roles": "role, of the participants found",
    "dates": "start, end and precision, of the events found",
    "countries": "country, of the events found",
    "status": "status, of the events found",
}

INTRODUCTION = """\
Two things are measured here, and never mixed: the tables as they are released, after the review, and the
coder alone, before it. Both are scored against the gold standard in `seeds/gold`,
{articles} coded twice, independently, and adjudicated, under the codebook. What the gold marks as found in
one of the two codings only is neither asked for nor held against the tables. A dash stands where there was
nothing to count."""

REVIEW = """\
Seen are the rows that somebody looked at: accepted them as the coder made them, or ruled upon them. Every
ruling, with its reason, is in the table `rulings`. Dropped are rows of the coder that were taken out."""

NO_REVIEW = "Nobody has reviewed this release: its tables are those of the coder."

AGREEMENT = """\
**The gold standard was at hand when the rows were reviewed, so this is no independent measure.** It shows
that the released tables and the gold say the same in what is compared. Not compared are `agenda`, `place`,
`office`, `strength`, `formula`, `elements`, `areas`, and where exactly the evidence begins and ends: what the
rulings corrected there shows in no figure, here or below."""

CAUTION = """\
**The coder was developed on these very texts.** So the figures show that the codebook is followed on them,
not what accuracy to expect elsewhere: on a text that the coder has not met, expect less."""

INTERVALS = """\
In brackets stands the 95 % interval of a bootstrap: the articles are drawn anew {resamples:,} times, with
replacement, and the figure lies between these ends in 95 % of the draws. Articles are drawn, not rows, as the
rows of one text are coded well or badly together. There is no interval where fewer than two articles have
anything to count."""

FEW = """\
**{articles}: too few to take the intervals at their word.** They tell how much the figures hang on single
ones of these texts, and are narrower than they should be. Where no article has a fault, no draw can have one:
1.00–1.00 says that these texts hold none, not that others hold none. Had {articles} been drawn at random from
all there are, and no fault been found, up to {faulty:.0f} % of all articles could still hold one (with 95 %
confidence)."""

BY_TOPIC = """\
Positions by topic: holder and topic must agree, at overlapping evidence; `stated` is the F1 where stance and
target must agree, too."""

BY_EVENT_TYPE = """\
Events by type: type and overlapping participants or evidence must agree; `dates` is the share of the events
found in which start, end and precision are right."""

NOT_SCORED = "Not scored: `seeds/gold` holds no gold standard for the articles of this release."


@dataclass(frozen=True)
class Measured:
    """What the report is written from.

    Attributes:
        released: the scores of the tables as they are released.
        coder: the scores of the coder's rows, before any ruling.
        reviewed: how much of the tables people have looked at.
    """

    released: Scores
    coder: Scores
    reviewed: Sequence[Reviewed] = ()


def accuracy_text(version: str, measured: Measured) -> str:
    """Write the report as Markdown; without gold it says that nothing was scored."""
    head = f"# Accuracy of readouts {version}"
    if not measured.coder.articles:
        parts = [head, NOT_SCORED, "## The review", *_review(measured.reviewed)]
    else:
        scored = INTRODUCTION.format(articles=articles_text(len(measured.coder.articles)))
        parts = [head, scored, *_on_release(measured), *_on_coder(measured.coder)]
    return "\n\n".join(parts) + "\n"


def _on_release(measured: Measured) -> list[str]:
    scores = measured.released
    return [
        *("## The released tables", *_review(measured.reviewed)),
        *(AGREEMENT, _with_meanings(count_rows(scores)), _with_meanings(share_rows(scores))),
        *("### What differs from the gold", _differences(scores)),
    ]


def _on_coder(scores: Scores) -> list[str]:
    return [
        *("## The coder, unreviewed", CAUTION),
        *(_with_meanings(count_rows(scores)), _with_meanings(share_rows(scores))),
        *("### What the intervals mean", *_on_intervals(len(scores.articles))),
        *("### By topic", BY_TOPIC, _grid(part_rows(scores, "topic"))),
        *("### By event type", BY_EVENT_TYPE, _grid(part_rows(scores, "event_type"))),
        *("### Where the coder differs from the gold", _differences(scores)),
    ]


def _review(tables: Sequence[Reviewed]) -> list[str]:
    if not any(table.seen or table.dropped for table in tables):
        return [NO_REVIEW]
    names = ("table", "rows", "seen", "accepted", "ruled", "dropped")
    return [REVIEW, _grid([{name: str(getattr(table, name)) for name in names} for table in tables])]


def _on_intervals(articles: int) -> list[str]:
    said = [INTERVALS.format(resamples=RESAMPLES)]
    if articles < ENOUGH_ARTICLES:
        faulty = 100 * (1 - (1 - CONFIDENCE) ** (1 / articles))
        said.append(FEW.format(articles=articles_text(articles), faulty=faulty))
    return said


def _with_meanings(rows: Sequence[Mapping[str, str]]) -> str:
    return _grid([{**row, "what must agree": MEANINGS[row["figure"]]} for row in rows])


def _differences(scores: Scores) -> str:
    return "\n".join(f"- {difference}" for difference in scores.differences) or "Nothing."


def _grid(rows: Sequence[Mapping[str, str]]) -> str:
    if not rows:
        return "Nothing was to be found, and nothing was coded."
    return grid(list(rows[0]), (list(row.values()) for row in rows))
