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
from readouts.scoring.wording import any_of, quoted
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

    def compare(self, figure: str, wanted: object, found: object, is_right: bool, of: str) -> None:
        """Count an attribute of something that was found; keep it if it is wrong."""
        self.scores.shares[figure].add(is_right)
        if not is_right:
            self.note(f"{figure} of {of}: {any_of(found)}, where the gold has {any_of(wanted)}")

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
        self.note(f"missed {_position(wanted)}")

    def _matched_position(self, wanted: Row, found: Row) -> None:
        for count in self._position_counts(wanted["topic"]):
            count.right += 1
        stated = self.scores.counts["stated"]
        if same_stance(wanted, found):
            stated.right += 1
        else:
            stated.missed += 1
            stated.extra += 1
            had = f"{found['stance']}, {any_of(found['target'])}"
            gold = f"{any_of(wanted['stance'])}, {any_of(wanted['target'])}"
            self.note(f"stance or target of {_position(wanted)}: {had}, where the gold has {gold}")
        speakers = plain_names(wanted.get("speaker"))
        for key in ("act", "voice", "speech", "speaker"):
            is_right = plain(found[key]) in speakers if key == "speaker" else accepts(wanted, key, found[key])
            self.compare(key, wanted.get(key), found[key], is_right, _position(wanted))

    def _extra_position(self, row: Row) -> None:
        for count in (*self._position_counts(row["topic"]), self.scores.counts["stated"]):
            count.extra += 1
        stated = f"{row['holder']} {row['topic']} {row['stance']}"
        self.note(f"extra position {stated}: {quoted(row['evidence'])}")

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
        names = ", ".join(sorted(any_of(row["name"]) for row in wanted["participants"]))
        self.note(f"missed {_event(wanted)}, with {names or 'nobody named'}")

    def _matched_event(self, wanted: Row, found: Row) -> None:
        for count in self._event_counts(wanted["salience"]):
            count.right += 1
        days, told = _dates(wanted, "precision"), _dates(found, "date_precision")
        self.compare("dates", days, told, same_dates(wanted, found), _event(wanted))
        for figure, key in (("countries", "country"), ("status", "status")):
            is_right = accepts(wanted, key, found[key])
            self.compare(figure, wanted.get(key), found[key], is_right, _event(wanted))
        if wanted["salience"] == "main":
            self._score_participants(wanted["participants"], list(found["participants"]))

    def _extra_event(self, row: Row) -> None:
        for count in self._event_counts(row["salience"]):
            count.extra += 1
        self.note(f"extra {row['salience']} event {row['event_type']}: {quoted(row['evidence'])}")

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
                self.note(f"missed participant {any_of(wanted['name'])} ({any_of(wanted['represents'])})")
            else:
                count.right += 1
                is_right = accepts(wanted, "role", found["role"])
                self.compare("roles", wanted.get("role"), found["role"], is_right, any_of(wanted["name"]))
        count.extra += len(left)
        for row in left:
            self.note(f"extra participant {row['name']} ({any_of(row['represents'])})")


def _position(gold: Row) -> str:
    stated = " ".join(any_of(gold[key]) for key in ("holder", "topic", "stance"))
    return f"position {stated} at character {gold['start']}"


def _event(gold: Row) -> str:
    return f"{any_of(gold['salience'])} event {any_of(gold['event_type'])} at character {gold['start_char']}"


def _dates(row: Row, precision: str) -> str:
    return f"{any_of(row['start'])} to {any_of(row['end'])}, {any_of(row[precision])}"
