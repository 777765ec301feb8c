"""What changed from one release to another: `readouts.diff` and the command."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import changed
import invented
import readouts
from changed import again, cell, cells, without, written
from commands import run
from readouts.comparing.compare import compare
from readouts.comparing.held import open_folder

POSITION = "pos_000000000001"
OTHER = "pos_00000000000f"
COLUMNS = ["table", "row_id", "change", "column", "was", "becomes", "evidence", "article", "reason"]
EVIDENCE = str(invented.position()["evidence"])
SPEECH, VISIT = invented.article_id(invented.SPEECH), invented.article_id(invented.VISIT)


def told(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    """The changes without their evidence; what is empty as None."""
    rows = frame[["table", "row_id", "change", "column", "was", "becomes"]].astype(object)
    return [tuple(None if pd.isna(value) else value for value in row) for row in rows.to_numpy()]


def differing(tmp_path: Path, *changes: changed.OfRows) -> pd.DataFrame:
    old, new = written(tmp_path, "0.1.0"), written(tmp_path, "0.2.0", *changes)
    return readouts.diff(str(old), str(new))


ROWS = {
    "nothing": ([changed.nowhere], []),
    "a cell": (
        [cell("positions", 0, "target", "XNO")],
        [("positions", POSITION, "changed", "target", "XSU", "XNO")],
    ),
    "a cell that was empty": (
        [cell("positions", 0, "strength", "firmly")],
        [("positions", POSITION, "changed", "strength", None, "firmly")],
    ),
    "a cell that becomes empty": (
        [cell("positions", 0, "target", None)],
        [("positions", POSITION, "changed", "target", "XSU", None)],
    ),
    "cells that are no text, in the order of the columns": (
        [cells("events", 1, n_reports=3, end=None, status="planned")],
        [
            ("events", "evt_000000000001", "changed", "status", "occurred", "planned"),
            ("events", "evt_000000000001", "changed", "end", "2031-03-04", None),
            ("events", "evt_000000000001", "changed", "n_reports", "2", "3"),
        ],
    ),
    "a truth value": (
        [cell("coverage", 0, "is_stated", False)],
        [("coverage", f"{VISIT}/territorial_integrity", "changed", "is_stated", "true", "false")],
    ),
    "a row that is new": (
        [again("positions", 0, position_id=OTHER, topic="one_china")],
        [("positions", OTHER, "added", None, None, None)],
    ),
    "a row that is gone": ([without("positions", 0)], [("positions", POSITION, "removed", None, None, None)]),
    "a row of a table with a key of two columns": (
        [without("coverage", 1)],
        [("coverage", f"{VISIT}/one_china", "removed", None, None, None)],
    ),
    "another id": (
        [cell("positions", 0, "position_id", OTHER)],
        [("positions", OTHER, "moved", "position_id", POSITION, OTHER)],
    ),
    "another id and another stance": (
        [cells("positions", 0, position_id=OTHER, stance="oppose", evidence_start=120)],
        [
            ("positions", OTHER, "moved", "position_id", POSITION, OTHER),
            ("positions", OTHER, "changed", "stance", "support", "oppose"),
            ("positions", OTHER, "changed", "evidence_start", "121", "120"),
        ],
    ),
    "another id and another topic: another thing": (
        [cells("positions", 0, position_id=OTHER, topic="one_china")],
        [
            ("positions", OTHER, "added", None, None, None),
            ("positions", POSITION, "removed", None, None, None),
        ],
    ),
    "another id and other words: another thing": (
        [cells("positions", 0, position_id=OTHER, evidence_start=5, evidence_end=9)],
        [
            ("positions", OTHER, "added", None, None, None),
            ("positions", POSITION, "removed", None, None, None),
        ],
    ),
    "another id of a participant": (
        [cell("participants", 0, "participant_id", "par_00000000000f")],
        [
            (
                "participants",
                "par_00000000000f",
                "moved",
                "participant_id",
                "par_000000000001",
                "par_00000000000f",
            )
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), ROWS.values(), ids=ROWS)
def test_tells(tmp_path: Path, changes: list[changed.OfRows], expected: list[tuple[Any, ...]]) -> None:
    assert told(differing(tmp_path, *changes)) == expected


def test_coverage_follows_an_article_with_another_id(tmp_path: Path) -> None:
    new = "art_ffffffffffff"
    following = [cell("coverage", row, "article_id", new) for row in (2, 3)]
    found = differing(tmp_path, cell("articles", 1, "article_id", new), *following)
    assert told(found[found["table"].isin(["articles", "coverage"])]) == [
        ("articles", new, "moved", "article_id", SPEECH, new),
        *(
            (
                "coverage",
                f"{new}/{topic}",
                "moved",
                "article_id, topic",
                f"{SPEECH}/{topic}",
                f"{new}/{topic}",
            )
            for topic in ("one_china", "territorial_integrity")
        ),
    ]


class TestAnEventWithAnotherId:
    @pytest.fixture
    def found(self, tmp_path: Path) -> pd.DataFrame:
        new = "evt_00000000000f"
        following = [
            cell(table, row, "event_id", new)
            for table, rows in {"reports": (0, 2), "participants": (0, 1), "positions": (0,)}.items()
            for row in rows
        ]
        return differing(tmp_path, cell("events", 1, "event_id", new), *following)

    def test_is_known_by_its_reports(self, found: pd.DataFrame) -> None:
        events = found[found["table"] == "events"]
        old, new = "evt_000000000001", "evt_00000000000f"
        assert told(events) == [("events", new, "moved", "event_id", old, new)]

    def test_is_followed_by_the_rows_that_point_to_it(self, found: pd.DataFrame) -> None:
        others = found[found["table"] != "events"]
        assert others.groupby("table").size().to_dict() == {"participants": 2, "positions": 1, "reports": 2}
        assert set(others["change"]) == {"changed"}
        assert set(others["reason"]) == {"the row of events that it points to has another id"}


def test_of_several_that_overlap_the_best_is_the_same(tmp_path: Path) -> None:
    span = {"evidence_start": 116, "evidence_end": 130}
    old = written(tmp_path, "0.1.0", again("positions", 0, position_id="pos_000000000002", **span))
    new = written(
        tmp_path,
        "0.2.0",
        cell("positions", 0, "position_id", "pos_00000000000b"),
        again("positions", 0, position_id="pos_00000000000a", **span),
    )
    moved = readouts.diff(str(old), str(new)).query("change == 'moved'")
    assert dict(zip(moved["was"], moved["becomes"], strict=True)) == {
        "pos_000000000001": "pos_00000000000b",
        "pos_000000000002": "pos_00000000000a",
    }


def test_stance_target_and_act_decide_between_those_that_overlap_alike(tmp_path: Path) -> None:
    old = written(
        tmp_path, "0.1.0", again("positions", 0, position_id="pos_000000000002", target="XNO", act="pledge")
    )
    new = written(
        tmp_path,
        "0.2.0",
        cell("positions", 0, "position_id", "pos_00000000000b"),
        again("positions", 0, position_id="pos_00000000000a", target="XNO", act="demand"),
    )
    found = readouts.diff(str(old), str(new))
    assert told(found) == [
        ("positions", "pos_00000000000a", "moved", "position_id", "pos_000000000002", "pos_00000000000a"),
        ("positions", "pos_00000000000a", "changed", "act", "pledge", "demand"),
        ("positions", "pos_00000000000b", "moved", "position_id", "pos_000000000001", "pos_00000000000b"),
    ]


IDENTITY = {
    "an actor of another kind is another": (
        [cells("actors", 1, actor_id="org_arva", kind="organisation")],
        "actors",
        [("org_arva", "added", None), ("per_olen_arva", "removed", None)],
    ),
    "an actor of the same kind and name is the same": (
        [cells("actors", 1, actor_id="per_arva", country=None)],
        "actors",
        [("per_arva", "moved", "per_olen_arva"), ("per_arva", "changed", "XSU")],
    ),
    "an event of another type is another": (
        [
            cells("events", 0, event_id="evt_00000000000f", event_type="call"),
            cell("reports", 1, "event_id", "evt_00000000000f"),
        ],
        "events",
        [("evt_00000000000f", "added", None), ("evt_000000000002", "removed", None)],
    ),
    "a report of another event of the same type is the same": (
        [
            again("events", 1, event_id="evt_000000000009"),
            cells("reports", 0, report_id="rep_00000000000f", event_id="evt_000000000009"),
        ],
        "reports",
        [
            ("rep_00000000000f", "moved", "rep_000000000001"),
            ("rep_00000000000f", "changed", "evt_000000000001"),
        ],
    ),
    "a report of another event of another type is another": (
        [cells("reports", 0, report_id="rep_00000000000f", event_id="evt_000000000002")],
        "reports",
        [("rep_00000000000f", "added", None), ("rep_000000000001", "removed", None)],
    ),
    "of two reports that of the same event is the same": (
        [
            again("events", 1, event_id="evt_000000000009"),
            again("reports", 0, report_id="rep_00000000000a", event_id="evt_000000000009"),
            cell("reports", 0, "report_id", "rep_00000000000b"),
        ],
        "reports",
        [("rep_00000000000a", "added", None), ("rep_00000000000b", "moved", "rep_000000000001")],
    ),
}


@pytest.mark.parametrize(("changes", "table", "expected"), IDENTITY.values(), ids=IDENTITY)
def test_knows_that(
    tmp_path: Path, changes: list[changed.OfRows], table: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = differing(tmp_path, *changes)
    rows = told(found[found["table"] == table])
    assert [(row_id, change, was) for _, row_id, change, _, was, _ in rows] == expected


def test_two_rows_never_become_one(tmp_path: Path) -> None:
    old = written(tmp_path, "0.1.0", again("positions", 0, position_id="pos_000000000002", act="pledge"))
    new = written(tmp_path, "0.2.0", cell("positions", 0, "position_id", OTHER))
    assert told(readouts.diff(str(old), str(new))) == [
        ("positions", OTHER, "moved", "position_id", POSITION, OTHER),
        ("positions", "pos_000000000002", "removed", None, None, None),
    ]


SOURCES = {
    "positions by themselves": (cell("positions", 0, "target", "XNO"), EVIDENCE, "visit.txt"),
    "events by their main report": (
        cell("events", 1, "place", "Lena"),
        "met with Sudland's President Olen Årva",
        "visit.txt",
    ),
    "actors by where they take part": (cell("actors", 2, "country", "XSU"), "Mira Tolve", "visit.txt"),
    "articles by their file": (cell("articles", 1, "outlet", "Radio"), None, "speech.txt"),
    "rows that are gone by the older release": (without("positions", 0), EVIDENCE, "visit.txt"),
}


@pytest.mark.parametrize(("change", "evidence", "article"), SOURCES.values(), ids=SOURCES)
def test_shows_the_evidence_of(
    tmp_path: Path, change: changed.OfRows, evidence: str | None, article: str
) -> None:
    (row,) = differing(tmp_path, change).astype(object).to_dict("records")
    assert (None if pd.isna(row["evidence"]) else row["evidence"], row["article"]) == (evidence, article)


class TestReasons:
    def found(self, tmp_path: Path, *rulings: dict[str, Any], before: int = 0) -> dict[str, str | None]:
        """The reasons by column of a position that changed, or `row` for the row as a whole."""
        old = written(tmp_path, "0.1.0")
        new = written(
            tmp_path, "0.2.0", cells("positions", 0, position_id=OTHER, target="XNO", coding="ruling")
        )
        if before:
            changed.with_rulings(old, rulings[:before])
        changed.with_rulings(new, rulings)
        rows = readouts.diff(str(old), str(new)).astype(object)
        at = rows["column"].replace("position_id", "row")
        return {name: None if pd.isna(why) else why for name, why in zip(at, rows["reason"], strict=True)}

    def test_are_those_of_the_ruling_on_the_cell(self, tmp_path: Path) -> None:
        found = self.found(tmp_path, changed.ruling("positions", OTHER, "target", "it is Norland"))
        assert found == {"row": "it is Norland", "target": "it is Norland", "coding": "it is Norland"}

    def test_of_the_row_count_where_none_is_on_the_cell(self, tmp_path: Path) -> None:
        found = self.found(tmp_path, changed.ruling("positions", OTHER, None, "read anew"))
        assert found == {"row": "read anew", "target": "read anew", "coding": "read anew"}

    def test_on_another_cell_say_nothing_of_this_one(self, tmp_path: Path) -> None:
        found = self.found(tmp_path, changed.ruling("positions", OTHER, "act", "a pledge"))
        assert found["target"] is None

    def test_are_found_under_the_older_id_too(self, tmp_path: Path) -> None:
        assert self.found(tmp_path, changed.ruling("positions", POSITION, "target", "so"))["target"] == "so"

    def test_of_the_older_release_do_not_count_again(self, tmp_path: Path) -> None:
        rulings = [
            changed.ruling("positions", OTHER, "target", "old", 1),
            changed.ruling("positions", OTHER, "act", "new", 2),
        ]
        assert self.found(tmp_path, *rulings, before=1) == {"row": "new", "target": None, "coding": "new"}

    def test_of_a_row_that_was_accepted_tell_nothing(self, tmp_path: Path) -> None:
        accepted = changed.ruling("positions", OTHER, "position_id", "right", action="accept")
        assert set(self.found(tmp_path, accepted).values()) == {None}

    def test_of_a_row_as_a_whole_tell_also_why_the_older_one_is_gone(self, tmp_path: Path) -> None:
        old = written(tmp_path, "0.1.0")
        new = written(tmp_path, "0.2.0", cells("positions", 0, position_id=OTHER, holder="XSU"))
        why = changed.ruling(
            "positions", OTHER, "position_id", "Sudland says so", was=POSITION, becomes=OTHER
        )
        changed.with_rulings(new, [why])
        found = readouts.diff(str(old), str(new))
        assert list(zip(found["change"], found["row_id"], found["reason"], strict=True)) == [
            ("added", OTHER, "Sudland says so"),
            ("removed", POSITION, "Sudland says so"),
        ]

    def test_of_several_rulings_are_joined(self, tmp_path: Path) -> None:
        rulings = [
            changed.ruling("positions", OTHER, "target", why, number) for number, why in enumerate("ba")
        ]
        assert self.found(tmp_path, *rulings)["target"] == "b; a"


SCHEMAS = {
    "a table that is gone": (changed.no_table("coverage"), "table coverage is gone"),
    "a column that is gone": (changed.no_column("positions.strength"), "column positions.strength is gone"),
    "a column that is new": (changed.one_column_more("positions.tone"), "column positions.tone is new"),
    "another type": (
        changed.column("events.n_reports", type="number"),
        "column events.n_reports has another type: 'integer' became 'number'",
    ),
    "other words": (
        changed.column("positions.holder", description="Who."),
        (
            "column positions.holder is described otherwise: "
            "'State (alpha-3) or organisation whose stance it is.' became 'Who.'"
        ),
    ),
    "may be empty": (
        changed.constraint("positions.holder", "required", None),
        "column positions.holder may now be empty",
    ),
    "required": (
        changed.constraint("positions.target", "required", True),
        "column positions.target is never empty any more",
    ),
    "another pattern": (
        changed.constraint("positions.position_id", "pattern", "^pos"),
        "pattern of positions.position_id is another: '^pos_[0-9a-f]{12}$' became '^pos'",
    ),
    "another key": (
        changed.key_is("coverage", "topic", "article_id"),
        "key of coverage is another: 'article_id, topic' became 'topic, article_id'",
    ),
    "a reference that is gone": (
        changed.no_reference("coverage"),
        "reference of coverage.article_id is another: 'articles' became (none)",
    ),
    "something else": (
        changed.column("positions.holder", title="Holder"),
        "table positions is described otherwise in datapackage.json",
    ),
}


@pytest.mark.parametrize(("change", "sentence"), SCHEMAS.values(), ids=SCHEMAS)
def test_tells_of_the_schema(tmp_path: Path, change: changed.OfSchema, sentence: str) -> None:
    old, new = written(tmp_path, "0.1.0"), changed.described(written(tmp_path, "0.2.0"), change)
    found = compare(open_folder(old), open_folder(new))
    assert [str(told) for told in found.schema] == [sentence]
    assert not found.files


def test_of_one_version_a_vocabulary_that_has_another_name_is_told(tmp_path: Path) -> None:
    old, new = written(tmp_path / "old", "0.1.0"), written(tmp_path / "new", "0.1.0")
    changed.described(old, changed.column("positions.holder", vocabulary="a"))
    changed.described(new, changed.column("positions.holder", vocabulary="b"))
    (told,) = compare(open_folder(old), open_folder(new)).schema
    assert str(told) == "table positions is described otherwise in datapackage.json"


STANCES = ["support", "acknowledge", "neutral", "oppose"]
CODES = {
    "a code that is gone": (STANCES[:3], ["code positions.stance/oppose is gone"]),
    "a code that is new": ([*STANCES, "doubt"], ["code positions.stance/doubt is new"]),
    "another order": (STANCES[::-1], []),
    "a list that is gone": (None, ["column positions.stance has no list of codes any more"]),
}


@pytest.mark.parametrize(("codes", "sentences"), CODES.values(), ids=CODES)
def test_tells_of_codes_without_vocabularies(
    tmp_path: Path, codes: list[str] | None, sentences: list[str]
) -> None:
    old, new = (
        changed.described(written(tmp_path, version), changed.without_vocabularies)
        for version in ("0.1.0", "0.2.0")
    )
    changed.described(new, changed.constraint("positions.stance", "enum", codes))
    assert [str(told) for told in compare(open_folder(old), open_folder(new)).schema] == sentences


def test_finds_codes_of_several_values_in_their_pattern(tmp_path: Path) -> None:
    old, new = (
        changed.described(written(tmp_path, version), changed.without_vocabularies)
        for version in ("0.1.0", "0.2.0")
    )
    for folder, codes in ((old, "trade|energy"), (new, "trade|space")):
        pattern = f"^({codes})(;({codes}))*$"
        changed.described(folder, changed.constraint("events.agenda", "pattern", pattern))
    assert [str(told) for told in compare(open_folder(old), open_folder(new)).schema] == [
        "code events.agenda/energy is gone",
        "code events.agenda/space is new",
    ]


def test_tells_of_codes_by_vocabulary_with_their_meaning(tmp_path: Path) -> None:
    old = changed.described(written(tmp_path, "0.1.0"), changed.with_meanings())
    new = changed.described(
        written(tmp_path, "0.2.0"), changed.with_meanings(neutral="says nothing", doubt="is not sure")
    )
    assert [str(told) for told in compare(open_folder(old), open_folder(new)).schema] == [
        "code stance/doubt is new",
        "code stance/neutral is described otherwise: 'takes no side' became 'says nothing'",
    ]


def test_a_release_without_vocabularies_compares_with_one_that_has_them(tmp_path: Path) -> None:
    old = changed.described(written(tmp_path, "0.1.0"), changed.without_vocabularies)
    new = changed.described(written(tmp_path, "0.2.0"), changed.with_meanings())
    assert [str(told) for told in compare(open_folder(old), open_folder(new)).schema] == [
        "code positions.stance/acknowledge is gone"
    ]


class TestTheFrame:
    def test_has_these_columns_of_text_also_when_nothing_changed(self, tmp_path: Path) -> None:
        for changes in ([changed.nowhere], [cell("positions", 0, "target", None)]):
            found = differing(tmp_path / str(len(str(changes))), *changes)
            assert list(found.columns) == COLUMNS
            assert set(map(str, found.dtypes)) == {"str"}

    def test_names_the_releases(self, data: Path) -> None:
        assert readouts.diff("0.2.0", "0.10.0").attrs == {"releases": ["0.2.0", "0.10.0"]}

    def test_is_the_other_way_round_for_releases_the_other_way_round(self, tmp_path: Path) -> None:
        old, new = written(tmp_path, "0.1.0"), written(tmp_path, "0.2.0", without("positions", 0))
        assert told(readouts.diff(str(new), str(old))) == [("positions", POSITION, "added", None, None, None)]

    def test_lists_the_releases_for_one_that_is_not_there(self, data: Path) -> None:
        with pytest.raises(
            readouts.UnknownRelease, match=r"no release '8\.0\.0'; there are 0\.2\.0, 0\.10\.0"
        ):
            readouts.diff("0.2.0", "8.0.0")

    def test_says_what_lacks_in_a_folder_that_holds_no_release(self, data: Path, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        with pytest.raises(readouts.InvalidRelease, match=r"empty/datapackage\.json: is not there"):
            readouts.diff("0.2.0", str(tmp_path / "empty"))

    @pytest.mark.parametrize(
        ("content", "said"), [(None, "is missing"), (b"PAR1", "its hash is"), (b"half", "its hash is")]
    )
    def test_says_which_file_cannot_be_read(self, data: Path, content: bytes | None, said: str) -> None:
        path = data / "0.10.0" / "events.parquet"
        whole = path.read_bytes()
        path.unlink()
        if content:
            path.write_bytes(content.replace(b"half", whole[: len(whole) // 2] + whole[-8:]))
        with pytest.raises(
            readouts.InvalidRelease, match=rf"events\.parquet: {said}.*fetch the release again"
        ):
            readouts.diff("0.2.0", "0.10.0")


class TestTheCommand:
    @pytest.fixture
    def pair(self, tmp_path: Path) -> tuple[str, str]:
        old = written(tmp_path, "0.1.0")
        new = written(
            tmp_path,
            "0.2.0",
            cells("positions", 0, target="XNO", strength="firmly"),
            without("participants", 2),
            again("events", 0, event_id="evt_00000000000f", label="Statement: \x1b[31mNorland"),
        )
        return str(old), str(new)

    def test_tells_people_counts_then_rows_with_their_words(self, pair: tuple[str, str]) -> None:
        done = run("diff", *pair)
        assert done.exit_code == 0, done.stderr
        lines = [" ".join(line.split()) for line in done.stdout.splitlines() if line.strip()]
        assert lines[0] == "0.1.0 (2031-04-01) -> 0.2.0 (2031-04-01)"
        assert lines[3:6] == ["events 1 0 0 0", "participants 0 0 0 1", "positions 0 1 0 0"]
        assert lines[6:] == [
            "events, added: 1",
            "evt_00000000000f: Statement: [31mNorland",
            "participants, removed: 1",
            "par_000000000003: Olen Årva, speaker: statement",
            "“Olen Årva”",
            "speech.txt",
            "positions, changed: 1",
            "pos_000000000001: XNO supports territorial_integrity -> XNO",
            "target: XSU -> XNO",
            "strength: (empty) -> firmly",
            f"“{EVIDENCE}”",
            "visit.txt",
            "level of the change: minor",
        ]

    def test_tells_one_table_alone(self, pair: tuple[str, str]) -> None:
        done = run("diff", *pair, "--table", "participants", "--as", "table")
        assert [row["row_id"] for row in csv.DictReader(io.StringIO(done.stdout))] == ["par_000000000003"]

    def test_says_nothing_of_the_level_by_one_table(self, pair: tuple[str, str]) -> None:
        said = run("diff", *pair, "--table", "participants").stdout
        assert "par_000000000003" in said
        assert "level" not in said

    def test_lists_the_tables_for_one_that_is_not_there(self, pair: tuple[str, str]) -> None:
        done = run("diff", *pair, "--table", "stances")
        assert done.exit_code == 1
        assert done.stderr.startswith(
            "Error: no table 'stances' in releases 0.1.0 and 0.2.0; there are actors,"
        )

    def test_as_a_table_is_what_the_function_gives(self, pair: tuple[str, str]) -> None:
        read = pd.read_csv(io.StringIO(run("diff", *pair, "--as", "table").stdout), dtype=str)
        pd.testing.assert_frame_equal(read, readouts.diff(*pair), check_dtype=False)

    def test_as_json_holds_all_of_it(self, pair: tuple[str, str]) -> None:
        changed.described(Path(pair[1]), changed.no_column("positions.act"))
        found = json.loads(run("diff", *pair, "--as", "json").stdout)
        assert {key: found[key] for key in ("format", "old", "new", "identical", "files", "new_rulings")} == {
            "format": 1,
            "old": {"version": "0.1.0", "released": "2031-04-01"},
            "new": {"version": "0.2.0", "released": "2031-04-01"},
            "identical": False,
            "files": [],
            "new_rulings": 0,
        }
        assert found["counts"]["positions"] == {"added": 0, "changed": 1, "moved": 0, "removed": 0}
        gone = {"what": "column", "name": "positions.act", "change": "removed", "was": None, "becomes": None}
        assert found["schema"] == [gone]
        assert [list(row) for row in found["rows"]] == [COLUMNS] * 4
        assert found["rows"][0]["was"] is None

    def test_counts_rulings_once_and_shows_their_reasons(self, pair: tuple[str, str]) -> None:
        why = [changed.ruling("positions", POSITION, name, "read anew") for name in ("target", "strength")]
        changed.with_rulings(Path(pair[1]), why)
        lines = [line.strip() for line in run("diff", *pair).stdout.splitlines()]
        assert lines[lines.index("Rulings") + 1] == "1 new"
        assert lines[lines.index("target: XSU -> XNO") + 1] == "because: read anew"
        assert json.loads(run("diff", *pair, "--as", "json").stdout)["new_rulings"] == 1

    @pytest.mark.parametrize("form", ["text", "json", "table"])
    def test_says_that_a_pair_is_identical(self, data: Path, form: str) -> None:
        done = run("diff", "0.2.0", "0.10.0", "--as", form)
        assert done.exit_code == 0, done.stderr
        expected = {
            "text": "0.2.0 and 0.10.0 hold the same",
            "json": '"identical": true',
            "table": "table,row_id,",
        }
        assert expected[form] in done.stdout
        assert "moved:" not in done.stdout

    def test_lists_the_releases_for_one_that_is_not_there(self, data: Path) -> None:
        done = run("diff", "0.2.0", "8.0.0")
        assert (done.exit_code, done.stderr) == (1, "Error: no release '8.0.0'; there are 0.2.0, 0.10.0\n")

    def test_breaks_long_lines_between_words(
        self, pair: tuple[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "60")
        done = run("diff", *pair)
        assert max(map(len, done.stdout.splitlines())) <= 60
        assert EVIDENCE in " ".join(done.stdout.split())


def test_the_first_two_releases_differ_in_the_words_of_five_positions() -> None:
    found = readouts.diff("0.1.0", "0.2.0")
    moved = found[found["change"] == "moved"]
    assert dict(zip(moved["was"], moved["becomes"], strict=True)) == {
        "pos_f3625c3c5acf": "pos_0cb5111620da",
        "pos_1539fc027b0f": "pos_3d4b741c4b8b",
        "pos_d7fd0c2db345": "pos_5b3a88878879",
        "pos_ff54b3eda263": "pos_a3266880050f",
        "pos_e1679920805f": "pos_e439d228cfd8",
    }
    others = found[found["change"] != "moved"]
    assert set(found["table"]) == {"positions"}
    assert set(others["column"]) == {"evidence", "evidence_start", "evidence_end"}
    assert len(others) == 10
