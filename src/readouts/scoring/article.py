"""Scores one article: positions, silence, events and their participants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.scoring.matching import (
    Row,
    accepts,
    best_event,
    firm_first,
    plain,
    plain_names,
    same_dates,
    same_participant,
    same_position,
    same_stance,
)
from readouts.tables.codes import codes

if TYPE_CHECKING:
    from readouts.scoring.figures import Count, Scores

Tables = Mapping[str, Sequence[Row]]


@dataclass
class ScoredArticle:
    """One article on its way through the scorer."""

    name: str
    article_id: str
    scores: Scores

    def note(self, error: str) -> None:
        """Keep an error for the list."""
        self.scores.errors.append(f"{self.name}: {error}")

    def own(self, rows: Sequence[Row]) -> list[Row]:
        """The rows of this article."""
        return [row for row in rows if row["article_id"] == self.article_id]

    def score_positions(self, gold: Sequence[Row], tables: Tables) -> None:
        """Match the positions, firm ones first."""
        left = self.own(tables["positions"])
        for wanted in firm_first(gold):
            found = next((row for row in left if same_position(wanted, row)), None)
            if found is not None:
                left.remove(found)
            if wanted.get("soft"):
                continue
            if found is None:
                self._missed_position(wanted)
            else:
                self._matched_position(wanted, found)
        for row in left:
            self._extra_position(row)

    def _position_counts(self, topic: str) -> Iterator[Count]:
        yield self.scores.counts["positions"]
        if topic in codes("core_topic"):
            yield self.scores.counts["core"]

    def _missed_position(self, wanted: Row) -> None:
        for count in (*self._position_counts(wanted["topic"]), self.scores.counts["stated"]):
            count.missed += 1
        self.note(f"missed {wanted['holder']} {wanted['topic']} {wanted['stance']} at {wanted['start']}")

    def _matched_position(self, wanted: Row, found: Row) -> None:
        for count in self._position_counts(wanted["topic"]):
            count.right += 1
        stated = self.scores.counts["stated"]
        if same_stance(wanted, found):
            stated.right += 1
        else:
            stated.missed += 1
            stated.extra += 1
        for key in ("act", "voice", "speech"):
            self.scores.shares[key].add(accepts(wanted, key, found[key]))
        self.scores.shares["speaker"].add(plain(found["speaker"]) in plain_names(wanted.get("speaker")))

    def _extra_position(self, row: Row) -> None:
        for count in (*self._position_counts(row["topic"]), self.scores.counts["stated"]):
            count.extra += 1
        self.note(f"extra {row['holder']} {row['topic']} {row['stance']}: {row['evidence'][:70]!r}")

    def score_silence(self, gold: Sequence[Row], tables: Tables) -> None:
        """See whether each core topic is rightly told as stated or not."""
        told = {row["topic"]: row["is_stated"] for row in self.own(tables["coverage"])}
        firm = {row["topic"] for row in gold if not row.get("soft")}
        soft = {row["topic"] for row in gold} - firm
        for topic in codes("core_topic"):
            if topic not in soft:
                self.scores.shares["silence"].add(told.get(topic) == (topic in firm))

    def score_events(self, gold: Sequence[Row], tables: Tables) -> None:
        """Match the events, firm ones first."""
        left = self._told_events(tables)
        for wanted in firm_first(gold):
            found = best_event(wanted, left)
            if found is not None:
                left.remove(found)
            if wanted.get("soft"):
                continue
            if found is None:
                self._missed_event(wanted)
            else:
                self._matched_event(wanted, found)
        for row in left:
            self._extra_event(row)

    def _told_events(self, tables: Tables) -> list[Row]:
        events = {row["event_id"]: row for row in tables["events"]}
        people = self.own(tables["participants"])
        return [
            {
                **events[report["event_id"]],
                **report,
                "participants": [row for row in people if row["event_id"] == report["event_id"]],
            }
            for report in self.own(tables["reports"])
        ]

    def _event_counts(self, salience: str) -> Iterator[Count]:
        yield self.scores.counts["events"]
        if salience == "main":
            yield self.scores.counts["main events"]

    def _missed_event(self, wanted: Row) -> None:
        for count in self._event_counts(wanted["salience"]):
            count.missed += 1
        if wanted["salience"] == "main":
            firm = [row for row in wanted["participants"] if not row.get("soft")]
            self.scores.counts["participants"].missed += len(firm)
        names = sorted(plain(row["name"]) for row in wanted["participants"])
        self.note(f"missed {wanted['salience']} event {wanted['event_type']} {names}")

    def _matched_event(self, wanted: Row, found: Row) -> None:
        for count in self._event_counts(wanted["salience"]):
            count.right += 1
        self.scores.shares["dates"].add(same_dates(wanted, found))
        self.scores.shares["countries"].add(accepts(wanted, "country", found["country"]))
        self.scores.shares["status"].add(accepts(wanted, "status", found["status"]))
        if wanted["salience"] == "main":
            self._score_participants(wanted["participants"], list(found["participants"]))

    def _extra_event(self, row: Row) -> None:
        for count in self._event_counts(row["salience"]):
            count.extra += 1
        self.note(f"extra {row['salience']} event {row['event_type']}: {row['evidence'][:70]!r}")

    def _score_participants(self, gold: Sequence[Row], left: list[Row]) -> None:
        count = self.scores.counts["participants"]
        for wanted in gold:
            found = next((row for row in left if same_participant(wanted, row)), None)
            if found is not None:
                left.remove(found)
            if wanted.get("soft"):
                continue
            if found is None:
                count.missed += 1
                self.note(f"missed participant {wanted['name']} ({wanted['represents']})")
            else:
                count.right += 1
                self.scores.shares["roles"].add(accepts(wanted, "role", found["role"]))
        count.extra += len(left)
