"""Rulings are laid over the coder's rows, go on record, and apply only while what they correct is so."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import invented
from readouts.coder import load_knowledge
from readouts.coder.rows.actor_table import known_actor
from readouts.errors import BadInput, Problem
from readouts.rulings import apply_rulings
from readouts.rulings.judged import summary
from readouts.seeds.read import read_actors, read_occasions
from readouts.seeds.rulings import HEADER, collect_rulings
from readouts.tables.arrow import to_arrow_tables
from readouts.tables.validate import validate

if TYPE_CHECKING:
    from readouts.seeds.types import Ruling

SEEDS = Path(__file__).parents[1] / "seeds"
WORDS = "Norland supports the sovereignty and territorial integrity of Sudland"
PLACE = f"visit.txt@{invented.VISIT.index(WORDS)}-{invented.VISIT.index(WORDS) + len(WORDS)}"
TRADE = "Both sides spoke of trade"
AT_TRADE = f"visit.txt@{invented.VISIT.index(TRADE)}-{invented.VISIT.index(TRADE) + len(TRADE)}"
HARVEST = "the harvest"
AT_HARVEST = f"speech.txt@{invented.SPEECH.index(HARVEST)}-{invented.SPEECH.index(HARVEST) + len(HARVEST)}"
POS, TALKS, SPEECH = invented.key("pos", 1), invented.key("evt", 1), invented.key("evt", 2)
REPORTS = tuple(invented.key("rep", number) for number in (1, 2, 3))
SAID = summary("positions", invented.position())


def coded() -> invented.Rows:
    """The rows as a coder makes them, before anybody ruled."""
    rows = invented.rows()
    del rows["rulings"]
    for report in rows["reports"]:
        report["coding"] = "coder"
    return rows


def ruling(number: int, action: str, table: str, **cells: str) -> dict[str, str]:
    told = {"reason": "As the codebook has it.", "who": "Ada Reader", "date": "2031-03-20"}
    return {"ruling": f"r{number:04d}", "action": action, "table": table, **told, **cells}


def further(number: int, **cells: str) -> dict[str, str]:
    return {"ruling": f"r{number:04d}", **cells}


def read(folder: Path, *lines: dict[str, str]) -> tuple[Ruling, ...]:
    path, problems = folder / "rulings.csv", list[Problem]()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADER)
        writer.writeheader()
        writer.writerows(lines)
    rulings = collect_rulings(path, "seeds/rulings.csv", problems)
    if problems:
        raise BadInput(problems)
    return rulings


@cache
def actor_row(actor_id: str) -> dict[str, Any] | None:
    knowledge = load_knowledge(read_actors(SEEDS / "actors.csv"), read_occasions(SEEDS / "occasions.csv"))
    return known_actor(knowledge, actor_id)


def ruled(folder: Path, *lines: dict[str, str]) -> invented.Rows:
    """The tables under rulings; they are valid, whatever was ruled."""
    rows = apply_rulings(coded(), read(folder, *lines), invented.texts(), actor_row)
    validate(to_arrow_tables(rows), invented.texts())
    return rows


def by_id(rows: invented.Rows, table: str) -> dict[str, dict[str, Any]]:
    return {next(iter(row.values())): row for row in rows[table]}


def on_record(rows: invented.Rows) -> list[tuple[str, str, str, str | None, str | None]]:
    names = ("table_name", "row_id", "column_name", "was", "becomes")
    return [tuple(row[name] for name in names) for row in rows["rulings"]]


class TestWithoutRulings:
    def test_the_tables_are_those_of_the_coder(self, tmp_path: Path) -> None:
        rows = ruled(tmp_path)
        assert rows.pop("rulings") == []
        sort = {"key": lambda row: [str(value) for value in list(row.values())[:2]]}
        assert {name: sorted(rows[name], **sort) for name in rows} == {  # type: ignore[call-overload]
            name: sorted(found, **sort)  # type: ignore[call-overload]
            for name, found in coded().items()
        }


class TestAccepting:
    def test_leaves_the_row_and_puts_it_on_record(self, tmp_path: Path) -> None:
        rows = ruled(tmp_path, ruling(1, "accept", "positions", row=POS, was=SAID))
        assert rows["positions"] == coded()["positions"]
        assert on_record(rows) == [("positions", POS, "position_id", POS, POS)]
        assert rows["rulings"][0]["ruled_by"] == "Ada Reader"

    def test_needs_no_id_where_the_evidence_tells_the_row(self, tmp_path: Path) -> None:
        rows = ruled(tmp_path, ruling(1, "accept", "positions", evidence=PLACE))
        assert on_record(rows) == [("positions", POS, "position_id", POS, POS)]


class TestChanging:
    def test_puts_in_what_is_right_and_marks_the_row(self, tmp_path: Path) -> None:
        line = ruling(1, "change", "positions", row=POS, column="act", was="assert", becomes="reaffirm")
        row = by_id(ruled(tmp_path, line), "positions")[POS]
        assert (row["act"], row["coding"]) == ("reaffirm", "ruling")

    def test_several_cells_are_one_ruling(self, tmp_path: Path) -> None:
        rows = ruled(
            tmp_path,
            ruling(1, "change", "events", row=TALKS, column="place", was="Port Lena", becomes="Lena"),
            further(1, column="agenda", was="energy;trade", becomes="trade"),
        )
        assert on_record(rows) == [
            ("events", TALKS, "place", "Port Lena", "Lena"),
            ("events", TALKS, "agenda", "energy;trade", "trade"),
        ]

    def test_an_empty_cell_is_filled_and_a_full_one_emptied(self, tmp_path: Path) -> None:
        rows = ruled(
            tmp_path,
            ruling(1, "change", "positions", row=POS, column="strength", becomes="firmly"),
            ruling(2, "change", "positions", row=POS, column="target", was="XSU"),
        )
        row = by_id(rows, "positions")[POS]
        assert (row["strength"], row["target"]) == ("firmly", None)

    def test_the_evidence_follows_its_offsets(self, tmp_path: Path) -> None:
        start = invented.VISIT.index(WORDS)
        end = str(start + len("Norland supports the sovereignty"))
        was = str(start + len(WORDS))
        line = ruling(1, "change", "positions", row=POS, column="evidence_end", was=was, becomes=end)
        row = by_id(ruled(tmp_path, line), "positions")[POS]
        assert row["evidence"] == "Norland supports the sovereignty"

    def test_another_holder_is_another_row_with_another_id(self, tmp_path: Path) -> None:
        line = ruling(1, "change", "positions", row=POS, column="holder", was="XNO", becomes="FRA")
        rows = ruled(tmp_path, line)
        (row,) = rows["positions"]
        assert row["position_id"] != POS
        assert ("positions", row["position_id"], "position_id", POS, row["position_id"]) in on_record(rows)

    def test_a_later_ruling_sees_what_an_earlier_one_did(self, tmp_path: Path) -> None:
        rows = ruled(
            tmp_path,
            ruling(1, "change", "positions", row=POS, column="act", was="assert", becomes="pledge"),
            ruling(2, "change", "positions", row=POS, column="act", was="pledge", becomes="demand"),
        )
        assert by_id(rows, "positions")[POS]["act"] == "demand"

    def test_what_was_stated_is_counted_anew(self, tmp_path: Path) -> None:
        line = ruling(1, "change", "positions", row=POS, column="topic", was="territorial_integrity")
        lines = [
            {**line, "becomes": "non_interference"},
            further(1, column="elements", was="sovereignty;territorial_integrity"),
        ]
        silent = {
            (row["article_id"], row["topic"]): row["is_stated"] for row in ruled(tmp_path, *lines)["coverage"]
        }
        assert set(silent.values()) == {False}


class TestDropping:
    def test_a_position_is_silence_after_it(self, tmp_path: Path) -> None:
        rows = ruled(tmp_path, ruling(1, "drop", "positions", row=POS, was=SAID))
        assert rows["positions"] == []
        assert not any(row["is_stated"] for row in rows["coverage"])
        assert "sta_xno" not in by_id(rows, "actors")

    def test_an_event_takes_its_reports_and_participants_along(self, tmp_path: Path) -> None:
        rows = ruled(tmp_path, ruling(1, "drop", "events", row=TALKS))
        assert [*by_id(rows, "events")] == [SPEECH]
        assert [*by_id(rows, "reports")] == [REPORTS[1]]
        assert [*by_id(rows, "participants")] == [invented.key("par", 3)]
        position = by_id(rows, "positions")[POS]
        assert (position["event_id"], position["coding"]) == (None, "ruling")

    def test_a_report_is_counted_no_more(self, tmp_path: Path) -> None:
        rows = ruled(tmp_path, ruling(1, "drop", "reports", row=REPORTS[2]))
        assert by_id(rows, "events")[TALKS]["n_reports"] == 1


class TestAdding:
    def test_a_position_gets_its_evidence_and_id_from_the_place(self, tmp_path: Path) -> None:
        told = {
            "holder": "FRA",
            "topic": "cooperation",
            "stance": "support",
            "act": "assert",
            "voice": "joint",
        }
        told |= {"speech": "indirect", "target": "XNO", "event_id": TALKS, "speaker_id": "per_olen_arva"}
        first, *others = told.items()
        lines = [
            ruling(1, "add", "positions", evidence=AT_TRADE, column=first[0], becomes=first[1]),
            *(further(1, column=column, becomes=value) for column, value in others),
        ]
        rows = ruled(tmp_path, *lines)
        (new,) = [row for row in rows["positions"] if row["position_id"] != POS]
        assert (new["evidence"], new["speaker"], new["rule"]) == (TRADE, "Olen Årva", "ruling/r0001")
        assert new["coding"] == "ruling"

    def test_a_state_that_takes_part_is_known_without_being_met(self, tmp_path: Path) -> None:
        lines = [
            ruling(1, "add", "participants", evidence=AT_HARVEST, column="event_id", becomes=SPEECH),
            further(1, column="actor_id", becomes="sta_fra"),
            further(1, column="role", becomes="addressee"),
        ]
        rows = ruled(tmp_path, *lines)
        (new,) = [row for row in rows["participants"] if row["actor_id"] == "sta_fra"]
        assert (new["name"], new["actor_kind"]) == ("France", "state")
        assert by_id(rows, "actors")["sta_fra"]["cow_code"] == 220

    def test_an_event_comes_with_its_report(self, tmp_path: Path) -> None:
        lines = [
            ruling(1, "add", "events", evidence=AT_HARVEST, column="event_type", becomes="ceremony"),
            further(1, column="label", becomes="Ceremony: harvest"),
            further(1, column="salience", becomes="main"),
        ]
        rows = ruled(tmp_path, *lines)
        (new,) = [row for row in rows["events"] if row["event_type"] == "ceremony"]
        (report,) = [row for row in rows["reports"] if row["event_id"] == new["event_id"]]
        assert (report["evidence"], report["salience"]) == (HARVEST, "main")


class TestJoiningAndSplitting:
    def test_two_events_become_one_with_all_that_is_told(self, tmp_path: Path) -> None:
        rows = ruled(tmp_path, ruling(1, "join", "events", row=SPEECH, becomes=TALKS))
        assert [*by_id(rows, "events")] == [TALKS]
        assert by_id(rows, "events")[TALKS]["n_reports"] == 2
        assert {row["actor_id"] for row in rows["participants"]} == {"per_mira_tolve", "per_olen_arva"}
        assert {row["salience"] for row in rows["reports"]} == {"main"}

    def test_a_report_becomes_an_event_of_its_own(self, tmp_path: Path) -> None:
        rows = ruled(tmp_path, ruling(1, "split", "reports", row=REPORTS[2]))
        (new,) = [row for row in rows["events"] if row["event_id"] not in {TALKS, SPEECH}]
        assert (new["event_type"], new["n_reports"]) == ("meeting", 1)
        assert by_id(rows, "events")[TALKS]["n_reports"] == 1


class TestPinning:
    def test_gives_a_row_the_id_it_had(self, tmp_path: Path) -> None:
        rows = ruled(tmp_path, ruling(1, "pin", "positions", row=POS, becomes=invented.key("pos", 9)))
        assert [*by_id(rows, "positions")] == [invented.key("pos", 9)]

    def test_what_points_to_an_event_follows(self, tmp_path: Path) -> None:
        rows = ruled(tmp_path, ruling(1, "pin", "events", row=TALKS, becomes=invented.key("evt", 9)))
        assert by_id(rows, "positions")[POS]["event_id"] == invented.key("evt", 9)
        assert sum(row["event_id"] == invented.key("evt", 9) for row in rows["reports"]) == 2

    def test_what_was_ruled_before_is_told_under_the_new_id(self, tmp_path: Path) -> None:
        rows = ruled(
            tmp_path,
            ruling(1, "change", "positions", row=POS, column="act", was="assert", becomes="pledge"),
            ruling(2, "pin", "positions", row=POS, becomes=invented.key("pos", 9)),
        )
        assert {row["row_id"] for row in rows["rulings"]} == {invented.key("pos", 9)}


GONE = invented.key("pos", 7)
STALE = {
    "a row that reads otherwise": (
        ruling(1, "accept", "positions", row=POS, was="XNO | oppose"),
        f"r0001, accept): {POS} now reads '{SAID}'; expected 'XNO | oppose'; look at it again",
    ),
    "a row that is gone, with what stands there now": (
        ruling(1, "drop", "positions", row=GONE, evidence=PLACE, was="XNO | oppose"),
        f"{GONE} is not in positions; at {PLACE} now: {POS} ({SAID}); expected XNO | oppose",
    ),
    "a row that stands elsewhere": (
        ruling(1, "accept", "positions", row=POS, evidence="visit.txt@0-5"),
        f"{POS} stands at {PLACE}; expected visit.txt@0-5",
    ),
    "a cell that holds something else": (
        ruling(1, "change", "positions", row=POS, column="act", was="pledge", becomes="demand"),
        f"{POS}, act is now 'assert'; expected 'pledge'",
    ),
    "a cell that the coder has learnt": (
        ruling(1, "change", "positions", row=POS, column="act", was="pledge", becomes="assert"),
        f"{POS}, act is 'assert' already; expected 'pledge'; the coder has learnt it: take the ruling out",
    ),
    "a code that is none": (
        ruling(1, "change", "positions", row=POS, column="act", was="assert", becomes="shout"),
        "act cannot become 'shout': 'shout' is no code of act; there are assert, ",
    ),
    "a column that is none": (
        ruling(1, "change", "positions", row=POS, column="mood", becomes="good"),
        "mood cannot become 'good': there is no column mood in positions; there are position_id, ",
    ),
    "a cell that must not be empty": (
        ruling(1, "change", "positions", row=POS, column="act", was="assert"),
        "act cannot become '': it must not be empty",
    ),
    "a column that follows from others": (
        ruling(1, "change", "events", row=TALKS, column="n_reports", was="2", becomes="3"),
        "n_reports is not changed so; it follows from other columns",
    ),
    "the only report of an event": (
        ruling(1, "drop", "reports", row=REPORTS[1]),
        f"it is the only report of {SPEECH}; drop the event instead",
    ),
    "the only report, to be split off": (
        ruling(1, "split", "reports", row=REPORTS[1]),
        f"it is the only report of {SPEECH}; take the ruling out",
    ),
    "an event to be joined with none": (
        ruling(1, "join", "events", row=TALKS, becomes="evt_x"),
        "'evt_x' is no other event",
    ),
    "a row that lacks what it needs": (
        ruling(1, "add", "positions", evidence=AT_TRADE, column="holder", becomes="XNO"),
        "does not tell voice, speech, topic, stance, act of the row of positions",
    ),
    "a place in no article": (
        ruling(1, "add", "positions", evidence="other.txt@1-2", column="holder", becomes="XNO"),
        "there is no article at other.txt@1-2; expected one of visit.txt, speech.txt",
    ),
    "a place behind the end of the text": (
        ruling(1, "add", "positions", evidence="visit.txt@9000-9001", column="holder", becomes="XNO"),
        f"visit.txt@9000-9001 is not in the text, which has {len(invented.VISIT)} characters",
    ),
    "an id of the wrong form": (
        ruling(1, "pin", "positions", row=POS, becomes="mine"),
        "'mine' is no id of positions; expected text that matches ^pos_",
    ),
    "an id that another row has": (
        ruling(1, "pin", "reports", row=REPORTS[0], becomes=REPORTS[1]),
        f"{REPORTS[1]} is or was the id of another row of this build",
    ),
    "a place that several rows share": (
        ruling(1, "accept", "participants", evidence=f"visit.txt@0-{len(invented.VISIT)}"),
        "no such row of participants; at visit.txt@0-",
    ),
}


@pytest.mark.parametrize("case", STALE)
def test_a_ruling_that_does_not_apply_shows_both(tmp_path: Path, case: str) -> None:
    line, message = STALE[case]
    with pytest.raises(BadInput) as raised:
        ruled(tmp_path, line)
    (problem,) = raised.value.problems
    assert problem.where.startswith("seeds/rulings.csv, row 2 (r0001")
    assert message in str(problem)


def test_all_rulings_that_do_not_apply_are_told_at_once(tmp_path: Path) -> None:
    lines = [{**line, "ruling": f"r{n:04d}"} for n, (line, _) in enumerate(STALE.values(), start=1)]
    with pytest.raises(BadInput) as raised:
        ruled(tmp_path, *lines)
    assert len(raised.value.problems) == len(STALE)


UNREADABLE = {
    "no number": ({"ruling": ""}, "row 2, ruling: is empty; number it"),
    "an unknown action": (
        {"action": "praise"},
        "action: unknown code 'praise'; expected one of accept, change,",
    ),
    "a table that is not ruled upon": (
        {"table": "actors"},
        "table: unknown code 'actors'; expected one of events,",
    ),
    "no reason": ({"reason": ""}, "reason: is empty; fill it: a ruling is on the record"),
    "nobody": ({"who": ""}, "who: is empty"),
    "no day": ({"date": ""}, "date: is empty"),
    "no row at all": ({"row": ""}, "row: is empty, and so is evidence; give the id"),
    "a place that is none": (
        {"evidence": "visit.txt"},
        "evidence: 'visit.txt' is no place in a text; expected",
    ),
    "a place that ends before it begins": ({"evidence": "a.txt@9-3"}, "'a.txt@9-3' is no place in a text"),
    "no column": ({"column": ""}, "column: is empty; expected the column that the ruling is about"),
    "no change": ({"was": "pledge"}, "becomes: is what it was; say what is right, or accept the row"),
    "a column of a whole row": ({"action": "drop"}, "column: is 'act', and drop is about the row as a whole"),
    "an id for a row still to be made": ({"action": "add"}, "row: names a row that is still to be made"),
    "a split of an event": ({"action": "split", "table": "events"}, "expected one of reports"),
    "no id to pin": ({"action": "pin", "column": "", "becomes": ""}, "becomes: is empty; expected an id"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_ruling_that_cannot_be_read_is_refused(tmp_path: Path, case: str) -> None:
    changed, message = UNREADABLE[case]
    line = ruling(1, "change", "positions", row=POS, column="act", was="assert", becomes="pledge")
    with pytest.raises(BadInput) as raised:
        read(tmp_path, {**line, **changed})
    assert message in str(raised.value)


def test_rows_of_one_ruling_stand_together_and_say_the_same(tmp_path: Path) -> None:
    line = ruling(1, "change", "positions", row=POS, column="act", was="assert", becomes="pledge")
    with pytest.raises(BadInput, match="who: is 'Bo' within ruling r0001; expected 'Ada Reader'"):
        read(tmp_path, line, {**line, "who": "Bo", "column": "stance"})
    with pytest.raises(BadInput, match="ruling: 'r0001' is that of row 2 already"):
        read(tmp_path, line, {**line, "ruling": "r0002"}, line)
