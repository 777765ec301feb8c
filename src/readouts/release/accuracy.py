"""`ACCURACY.md`: how well the tables agree with the gold standard of the seeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readouts.scoring import Count, Scores

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
Scored: the tables of this release against the gold standard in `seeds/gold`, {articles} coded twice,
independently, and adjudicated, under the codebook. What the gold marks as found in one of the two codings
only is neither asked for nor held against the coder. A dash stands where there was nothing to count."""

CAUTION = """\
**The coder was developed on these very texts.** So the figures show that the codebook is followed on them,
not what accuracy to expect elsewhere: on a text that the coder has not met, expect less."""

NOT_SCORED = "Not scored: `seeds/gold` holds no gold standard for the articles of this release."


def accuracy_text(version: str, scores: Scores | None) -> str:
    """Write the report as Markdown; without scores it says that nothing was measured."""
    head = f"# Accuracy of readouts {version}"
    if scores is None or not scores.articles:
        return f"{head}\n\n{NOT_SCORED}\n"
    articles = f"{scores.articles} article{'s' if scores.articles > 1 else ''}"
    parts = [
        head,
        INTRODUCTION.format(articles=articles),
        CAUTION,
        "## Figures",
        _counts(scores),
        _shares(scores),
    ]
    return "\n\n".join([*parts, "## What differs from the gold", _errors(scores.errors)]) + "\n"


def _counts(scores: Scores) -> str:
    head = ("figure", "precision", "recall", "F1", "right", "missed", "extra", "what must agree")
    return _grid(head, [(name, *_figures(count), MEANINGS[name]) for name, count in scores.counts.items()])


def _figures(count: Count) -> tuple[str, ...]:
    coded, gold = count.right + count.extra, count.right + count.missed
    rates = (_rate(count.precision, coded), _rate(count.recall, gold), _rate(count.f1, coded + gold))
    return (*rates, str(count.right), str(count.missed), str(count.extra))


def _rate(rate: float, of: int) -> str:
    return f"{rate:.3f}" if of else "–"


def _shares(scores: Scores) -> str:
    rows = (
        (name, _rate(share.share, share.of), str(share.right), str(share.of), MEANINGS[name])
        for name, share in scores.shares.items()
    )
    return _grid(("figure", "share", "right", "of", "what must agree"), rows)


def _errors(errors: Sequence[str]) -> str:
    return "\n".join(f"- {error}" for error in errors) or "Nothing."


def _grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, ["---"] * len(head), *rows))
