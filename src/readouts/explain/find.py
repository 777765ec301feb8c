"""From what the coder found in an article, and the rows it made of it, to marks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from readouts.coder import read_article
from readouts.coder.rows.assemble import make_tables
from readouts.explain.found_marks import mention_marks, speech_marks, topic_marks
from readouts.explain.marks import DEPTH, Explanation, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from readouts.coder import Findings, Knowledge
    from readouts.explain.marks import Row
    from readouts.seeds.types import Article


def explain(article: Article, knowledge: Knowledge) -> Explanation:
    """Code one article and lay what was found over its text.

    Args:
        article: the text with its source.
        knowledge: from `readouts.coder.load_knowledge`.
    """
    findings = read_article(article, knowledge)
    tables = make_tables([findings], knowledge)
    events = list(_event_marks(tables))
    refs = {mark.row["event_id"]: mark.ref for mark in events}
    positions = list(_position_marks(tables["positions"], refs))
    marks = [
        *speech_marks(findings),
        *events,
        *positions,
        *topic_marks(findings, positions),
        *mention_marks(findings, events),
    ]
    return Explanation(
        article=findings.article,
        paragraphs=tuple(findings.document.paragraphs),
        marks=tuple(sorted(marks, key=_place)),
        tables=tables,
        title=_title(findings),
        sides=findings.dyad.sides,
    )


def _title(findings: Findings) -> str:
    """The headline that the catalogue or the text gives, else the name of the file."""
    article = findings.article
    headlines = (p for p in findings.document.paragraphs if p.zone == "headline")
    in_text = next((article.text[p.start : p.end] for p in headlines), None)
    return article.source.title or in_text or article.source.file


def _place(mark: Mark) -> tuple[int, int, int, str]:
    return mark.start, -mark.end, DEPTH[mark.layer], mark.ref.rjust(8)


def _event_marks(tables: Mapping[str, list[Row]]) -> Iterator[Mark]:
    """One mark a report, with the row of its event and those of the participants."""
    events = {row["event_id"]: row for row in tables["events"]}
    parts: defaultdict[str, list[Row]] = defaultdict(list)
    for row in tables["participants"]:
        parts[row["event_id"]].append(row)
    for number, report in enumerate(_in_order(tables["reports"], "report_id"), 1):
        event = events[report["event_id"]]
        yield Mark(
            start=report["evidence_start"],
            end=report["evidence_end"],
            layer="events",
            kind=event["event_type"],
            ref=f"E{number}",
            label=event["label"],
            rule=report["rule"],
            row={**event, **report},
            parts=tuple(_in_order(parts[event["event_id"]], "participant_id")),
        )


def _position_marks(rows: Sequence[Row], event_refs: Mapping[str, str]) -> Iterator[Mark]:
    for number, row in enumerate(_in_order(rows, "position_id"), 1):
        target = f" → {row['target']}" if row["target"] else ""
        yield Mark(
            start=row["evidence_start"],
            end=row["evidence_end"],
            layer="positions",
            kind=row["topic"],
            ref=f"P{number}",
            label=f"{row['holder']} {row['stance']} {row['topic']}{target}",
            rule=row["rule"],
            row={**row, "event": event_refs.get(row["event_id"])},
        )


def _in_order(rows: Sequence[Row], key: str) -> list[Row]:
    """Rows as their evidence stands in the text; the longer before the shorter, then by key."""
    return sorted(rows, key=lambda row: (row["evidence_start"], -row["evidence_end"], row[key]))
