"""SemVer for data: what changed decides which version a release may bear."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import changed
import readouts
from changed import again, cell, cells, without, written
from readouts.release.bump import Bump, Level
from readouts.release.versions import (
    check_next,
    check_version,
    previous_version,
    required_bump,
    smallest_version,
)

OTHER = "pos_00000000000f"


def as_it_was(held: changed.Json) -> None:
    """No change."""


ROWS: dict[str, tuple[changed.OfRows, Level, str]] = {
    "a row is new": (
        again("positions", 0, position_id=OTHER, topic="one_china"),
        "minor",
        "positions: 1 row is new (pos_00000000000f)",
    ),
    "a row is gone": (
        without("participants", 2),
        "patch",
        "participants: 1 row is gone (par_000000000003)",
    ),
    "a cell changed": (
        cell("positions", 0, "target", None),
        "patch",
        "positions: 1 row changed (target of pos_000000000001: XSU became (empty))",
    ),
    "an id is another": (
        cell("positions", 0, "position_id", OTHER),
        "major",
        "positions: 1 row is known by another id (pos_000000000001 -> pos_00000000000f)",
    ),
}


@pytest.mark.parametrize(("change", "level", "reason"), ROWS.values(), ids=ROWS)
def test_of_rows(tmp_path: Path, change: changed.OfRows, level: Level, reason: str) -> None:
    old, new = written(tmp_path, "1.0.0"), written(tmp_path, "2.0.0", change)
    assert required_bump(old, new) == Bump(level, (reason,))


SCHEMAS: dict[str, tuple[changed.OfSchema, Level, str]] = {
    "a table is gone": (changed.no_table("coverage"), "major", "table coverage is gone"),
    "a column is gone": (changed.no_column("events.place"), "major", "column events.place is gone"),
    "a column is new": (changed.one_column_more("events.tone"), "minor", "column events.tone is new"),
    "another type": (
        changed.column("events.n_reports", type="number"),
        "major",
        "column events.n_reports has another type: 'integer' became 'number'",
    ),
    "a required column may be empty": (
        changed.constraint("events.label", "required", None),
        "major",
        "column events.label may now be empty",
    ),
    "a column is required": (
        changed.constraint("events.place", "required", True),
        "minor",
        "column events.place is never empty any more",
    ),
    "a column means something else": (
        changed.column("events.place", description="Where."),
        "major",
        "column events.place is described otherwise: 'City or venue, as named.' became 'Where.'",
    ),
    "another key": (
        changed.key_is("coverage", "topic", "article_id"),
        "major",
        "key of coverage is another: 'article_id, topic' became 'topic, article_id'",
    ),
    "a code is gone": (
        changed.constraint("positions.speech", "enum", ["direct"]),
        "major",
        "code positions.speech/indirect is gone",
    ),
    "the title is another": (
        lambda held: held.update(title="Other"),
        "patch",
        "datapackage.json, title differs",
    ),
}


@pytest.mark.parametrize(("change", "level", "reason"), SCHEMAS.values(), ids=SCHEMAS)
def test_of_schemas(tmp_path: Path, change: changed.OfSchema, level: Level, reason: str) -> None:
    old, new = (
        changed.described(written(tmp_path, version), changed.without_vocabularies)
        for version in ("1.0.0", "2.0.0")
    )
    bump = required_bump(old, changed.described(new, change))
    assert bump.level == level
    assert reason in bump.reasons


def test_a_table_that_is_new_is_a_minor_step(tmp_path: Path) -> None:
    old, new = written(tmp_path, "1.0.0"), written(tmp_path, "1.1.0")
    changed.described(old, changed.no_table("coverage"))
    assert required_bump(old, new) == Bump("minor", ("table coverage is new",))


def test_a_code_that_is_new_is_a_minor_step_and_one_that_means_something_else_a_major(tmp_path: Path) -> None:
    old, more, other = (
        changed.described(written(tmp_path, version), changed.with_meanings(**codes))
        for version, codes in (
            ("1.0.0", {}),
            ("1.1.0", {"doubt": "is not sure"}),
            ("1.2.0", {"neutral": "says nothing"}),
        )
    )
    assert required_bump(old, more) == Bump("minor", ("code stance/doubt is new",))
    sentence = "code stance/neutral is described otherwise: 'takes no side' became 'says nothing'"
    assert required_bump(old, other) == Bump("major", (sentence,))


def test_a_document_is_a_patch(tmp_path: Path) -> None:
    old, new = written(tmp_path, "1.0.0"), written(tmp_path, "1.0.1")
    with (new / "CODEBOOK.md").open("a", encoding="utf-8") as codebook:
        codebook.write("More.\n")
    assert required_bump(old, new) == Bump("patch", ("CODEBOOK.md differs",))


def test_a_release_that_only_names_itself_otherwise_is_no_change(data: Path) -> None:
    assert required_bump(data / "0.2.0", data / "0.10.0") == Bump("none")


def test_the_greatest_level_counts_and_its_reasons_alone(tmp_path: Path) -> None:
    old = written(tmp_path, "1.0.0")
    new = written(
        tmp_path,
        "2.0.0",
        cell("events", 1, "place", "Lena"),
        again("positions", 0, position_id=OTHER, topic="one_china"),
    )
    assert required_bump(old, new) == Bump("minor", ("positions: 1 row is new (pos_00000000000f)",))


def test_many_rows_are_counted_and_three_named(tmp_path: Path) -> None:
    more = [
        again("positions", 0, position_id=f"pos_{number:012x}", holder=f"XA{number}")
        for number in range(2, 7)
    ]
    bump = required_bump(written(tmp_path, "1.0.0"), written(tmp_path, "2.0.0", *more))
    named = "pos_000000000002, pos_000000000003, pos_000000000004, and 2 more"
    assert bump.reasons == (f"positions: 5 rows are new ({named})",)


class TestReworded:
    @pytest.fixture
    def pair(self, tmp_path: Path) -> tuple[Path, Path]:
        old = changed.described(written(tmp_path, "1.0.0"), changed.with_meanings())
        new = changed.described(
            written(tmp_path, "1.0.1"),
            changed.with_meanings(neutral="is neutral"),
            changed.column("events.place", description="Where."),
        )
        return old, new

    def test_columns_and_codes_are_a_patch(self, pair: tuple[Path, Path]) -> None:
        assert required_bump(*pair, ["events.place", "stance/neutral"]).level == "patch"

    def test_leave_the_others_a_major_change(self, pair: tuple[Path, Path]) -> None:
        bump = required_bump(*pair, ["events.place"])
        assert bump.level == "major"
        assert [reason.split()[1] for reason in bump.reasons] == ["stance/neutral"]

    def test_count_where_the_release_names_them_itself(self, pair: tuple[Path, Path]) -> None:
        changed.described(pair[1], lambda held: held.update(reworded=["events.place", "stance/neutral"]))
        assert required_bump(*pair).level == "patch"

    def test_must_be_what_is_described_otherwise(self, pair: tuple[Path, Path]) -> None:
        with pytest.raises(readouts.BadInput) as raised:
            required_bump(*pair, ["events.places"])
        assert str(raised.value).splitlines()[1] == (
            "  seeds/release.toml, reworded: 'events.places' is not described otherwise than in 1.0.0; "
            "expected names of columns or codes that are (events.place, stance/neutral); take it out"
        )


REUSED: dict[str, tuple[changed.OfRows, str, str]] = {
    "another holder": (
        cell("positions", 0, "holder", "XSU"),
        "positions, pos_000000000001: the id now stands for XSU supports territorial_integrity -> XSU",
        "XNO supports territorial_integrity -> XSU",
    ),
    "another topic": (
        cell("positions", 0, "topic", "one_china"),
        "positions, pos_000000000001: the id now stands for XNO supports one_china -> XSU",
        "XNO supports territorial_integrity -> XSU",
    ),
    "other words": (
        cells("positions", 0, evidence_start=5, evidence_end=9),
        "positions, pos_000000000001: the id now stands for XNO supports territorial_integrity -> XSU",
        "XNO supports territorial_integrity -> XSU",
    ),
    "another file": (
        cell("articles", 0, "sha256", "0" * 64),
        ": the id now stands for visit.txt",
        "visit.txt",
    ),
    "another event": (
        cell("reports", 0, "event_id", "evt_000000000002"),
        "reports, rep_000000000001: the id now stands for main report of: statement",
        "main report of: meeting",
    ),
    "another participant": (
        cell("participants", 1, "actor_id", "sta_xno"),
        "participants, par_000000000002: the id now stands for Olen Årva, host: meeting",
        "Olen Årva, host: meeting",
    ),
    "another kind of actor": (
        cell("actors", 0, "kind", "organisation"),
        "actors, sta_xno: the id now stands for Norland",
        "Norland",
    ),
    "an event that is told of elsewhere": (
        cells("reports", 1, evidence_start=60, evidence_end=70),
        "events, evt_000000000002: the id now stands for statement",
        "statement",
    ),
}


@pytest.mark.parametrize(("change", "now", "then"), REUSED.values(), ids=REUSED)
def test_an_id_that_is_used_again_is_refused_with_both_rows(
    tmp_path: Path, change: changed.OfRows, now: str, then: str
) -> None:
    old, new = written(tmp_path, "1.0.0"), written(tmp_path, "2.0.0", change)
    with pytest.raises(readouts.IdReused) as raised:
        required_bump(old, new)
    message = str(raised.value.problems[0])
    assert now in message
    assert (
        f"expected what it stood for in 1.0.0, {then}; give the new row an id of its own, or pin" in message
    )


NOT_REUSED = {
    "another stance": cell("positions", 0, "stance", "oppose"),
    "fewer words": cell("positions", 0, "evidence_start", 130),
    "another name": cell("actors", 0, "name", "Nordland"),
    "one report less": without("reports", 2),
    "another type of event": cell("events", 1, "event_type", "call"),
}


@pytest.mark.parametrize("change", NOT_REUSED.values(), ids=NOT_REUSED)
def test_a_row_that_is_corrected_keeps_its_id(tmp_path: Path, change: changed.OfRows) -> None:
    assert required_bump(written(tmp_path, "1.0.0"), written(tmp_path, "2.0.0", change)).level == "patch"


def test_ids_of_rows_that_point_to_one_that_moved_are_not_used_again(tmp_path: Path) -> None:
    new = "evt_00000000000f"
    following = [cell("events", 1, "event_id", new), cell("positions", 0, "event_id", new)]
    following += [cell("reports", row, "event_id", new) for row in (0, 2)]
    following += [cell("participants", row, "event_id", new) for row in (0, 1)]
    bump = required_bump(written(tmp_path, "1.0.0"), written(tmp_path, "2.0.0", *following))
    assert bump.reasons == ("events: 1 row is known by another id (evt_000000000001 -> evt_00000000000f)",)


STEPS: list[tuple[str, Level, str]] = [
    ("1.2.3", "major", "2.0.0"),
    ("1.2.3", "minor", "1.3.0"),
    ("1.2.3", "patch", "1.2.4"),
    ("1.2.3", "none", "1.2.4"),
    ("0.2.3", "major", "0.3.0"),
    ("0.2.3", "minor", "0.3.0"),
    ("0.2.3", "patch", "0.2.4"),
    ("0.9.0", "major", "0.10.0"),
]


@pytest.mark.parametrize(("previous", "level", "least"), STEPS)
def test_the_smallest_version(previous: str, level: Level, least: str) -> None:
    assert smallest_version(previous, Bump(level)) == least
    check_version(least, previous, Bump(level))


ENOUGH: list[tuple[str, str, Level]] = [
    ("1.0.0", "0.2.0", "major"),
    ("1.0.0", "0.2.0", "none"),
    ("3.1.0", "1.2.3", "major"),
    ("1.10.0", "1.9.9", "minor"),
    ("2.0.0", "1.9.9", "patch"),
    ("1.2.3", "1.2.3", "none"),
]


@pytest.mark.parametrize(("asked", "previous", "level"), ENOUGH)
def test_a_version_that_is_large_enough_is_let_pass(asked: str, previous: str, level: Level) -> None:
    check_version(asked, previous, Bump(level))


REFUSED: dict[str, tuple[str, str, Level, str]] = {
    "a minor for a major": (
        "1.3.0",
        "1.2.3",
        "major",
        "a major change\n  why\n  The smallest version that will do is 2.0.0;",
    ),
    "a patch for a major": (
        "1.2.4",
        "1.2.3",
        "major",
        "a major change\n  why\n  The smallest version that will do is 2.0.0;",
    ),
    "a patch for a minor": (
        "1.2.4",
        "1.2.3",
        "minor",
        "a minor change\n  why\n  The smallest version that will do is 1.3.0;",
    ),
    "a patch for a major before 1.0.0": (
        "0.2.1",
        "0.2.0",
        "major",
        "a major change\n  why\n  The smallest version that will do is 0.3.0, or 1.0.0;",
    ),
    "one that is lower": (
        "1.2.2",
        "1.2.3",
        "patch",
        "1.2.2 is not greater than 1.2.3, the release before it",
    ),
}


@pytest.mark.parametrize(("asked", "previous", "level", "said"), REFUSED.values(), ids=REFUSED)
def test_a_version_that_is_too_small_is_refused(asked: str, previous: str, level: Level, said: str) -> None:
    with pytest.raises(readouts.VersionTooSmall) as raised:
        check_version(asked, previous, Bump(level, ("why",)))
    assert str(raised.value).startswith(f"seeds/release.toml, version: {asked} is ")
    assert said in str(raised.value)
    assert str(raised.value).endswith("change it in seeds/release.toml, `version`")


@pytest.mark.parametrize(
    ("asked", "previous"),
    [("0.10.0", "0.2.0"), ("0.10.1", "0.10.0"), ("0.5.0", "0.2.0"), ("0.2.0", None), ("1.0.0", "0.10.0")],
)
def test_the_release_before_is_the_highest_below(data: Path, asked: str, previous: str | None) -> None:
    assert previous_version(asked, data) == previous


def test_of_no_releases_none_is_before(tmp_path: Path) -> None:
    assert previous_version("1.0.0", tmp_path / "absent") is None
    assert check_next("1.0.0", tmp_path / "absent", tmp_path) is None


def test_a_new_release_is_held_against_the_one_before(data: Path, tmp_path: Path) -> None:
    new = written(tmp_path / "new", "1.0.0", cell("positions", 0, "position_id", OTHER))
    bump = check_next("0.11.0", data, new)
    assert bump is not None
    assert bump.level == "major"
    with pytest.raises(readouts.VersionTooSmall, match=r"0\.10\.1 is too small a step from 0\.10\.0"):
        check_next("0.10.1", data, new)


def test_the_second_release_was_a_large_enough_step_from_the_first(tmp_path: Path) -> None:
    data = Path(__file__).parents[1] / "data"
    shutil.copytree(data / "0.1.0", tmp_path / "0.1.0")
    bump = check_next("0.2.0", tmp_path, data / "0.2.0")
    assert bump is not None
    assert bump.level == "major"
    assert [reason.split(" (")[0] for reason in bump.reasons] == ["positions: 5 rows are known by another id"]


class TestBeforeItIsWritten:
    def test_a_release_follows_the_newest_one(self, tmp_path: Path) -> None:
        new = written(tmp_path / "new", "1.2.0")
        for version in ("1.1.0", "1.3.0"):
            written(tmp_path / "data", version)
        with pytest.raises(
            readouts.VersionTooSmall, match=r"1\.2\.0 is not greater than 1\.3\.0, which there is"
        ):
            check_next("1.2.0", tmp_path / "data", new)

    def test_the_release_before_must_be_whole(self, tmp_path: Path) -> None:
        new, old = written(tmp_path / "new", "1.1.0"), written(tmp_path / "data", "1.0.0")
        (old / "positions.csv").write_text("nothing", encoding="utf-8")
        with pytest.raises(readouts.InvalidRelease, match=r"positions\.csv: its hash is"):
            check_next("1.1.0", tmp_path / "data", new)

    def test_a_release_that_is_lost_is_missed(self, tmp_path: Path) -> None:
        new, old = written(tmp_path / "new", "1.1.0"), written(tmp_path / "data", "0.9.0")
        digests = "".join(f"{'0' * 64}  {version}/datapackage.json\n" for version in ("0.9.0", "1.0.0"))
        (old.parent / "SHA256SUMS").write_text(digests, encoding="utf-8")
        with pytest.raises(readouts.InvalidRelease, match=r"1\.0\.0: is not there, but in .*SHA256SUMS"):
            check_next("1.1.0", tmp_path / "data", new)

    def test_an_id_that_was_gone_for_a_while_does_not_come_back_for_another_thing(
        self, tmp_path: Path
    ) -> None:
        data = tmp_path / "data"
        written(data, "1.0.0")
        written(data, "1.1.0", changed.without("positions", 0))
        new = written(tmp_path / "new", "1.2.0", changed.cell("positions", 0, "holder", "XSU"))
        with pytest.raises(readouts.IdReused, match=r"what it stood for in 1\.0\.0"):
            check_next("1.2.0", data, new)
