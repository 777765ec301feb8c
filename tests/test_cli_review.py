"""`readouts review`: a person sees each row beside its evidence, and what is decided is in the next build."""

from __future__ import annotations

import csv
import os
import pty
import select
import shutil
import subprocess
import sys
import termios
import time
from datetime import date
from pathlib import Path

import pytest

from commands import content, run
from readouts.cli.asking import ask_key
from readouts.errors import ReadoutsError
from readouts.release.building import run_build
from readouts.reviewing.bench import open_bench
from readouts.reviewing.record import Reviewer
from readouts.reviewing.session import Session

ROOT = Path(__file__).parents[1]
GOOD = Path(__file__).parent / "bad_input" / "_good" / "seeds"


@pytest.fixture(autouse=True)
def _on_a_screen_of_100_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The good seeds of the tests, with the scripts of build/."""
    shutil.copytree(ROOT / "build", tmp_path / "build")
    shutil.copytree(GOOD, tmp_path / "seeds")
    return tmp_path


def review(checkout: Path, *answers: str, options: tuple[str, ...] = ()) -> str:
    """What the review prints, where these answers are given, one a line."""
    who = ("--who", "Ada Reader", "--date", "2024-04-02", "--root", str(checkout))
    done = run("review", *who, *options, answers="".join(f"{answer}\n" for answer in answers))
    assert done.exit_code == 0, done.output
    return done.stdout


def rulings(checkout: Path) -> list[dict[str, str]]:
    with (checkout / "seeds" / "rulings.csv").open(encoding="utf-8", newline="") as lines:
        return [*csv.DictReader(lines)]


def told(checkout: Path) -> list[tuple[str, str]]:
    return [(line["action"], line["table"]) for line in rulings(checkout)]


def last_line(printed: str) -> str:
    return printed.rstrip().splitlines()[-1]


ALL = ["a"] * 9


class TestLooking:
    def test_shows_a_row_beside_the_words_it_rests_on(self, checkout: Path) -> None:
        printed = review(checkout, "q")
        first = "bergen.txt · Bergen Post · 2023-04-13 · 1 of "
        assert first in printed
        assert (
            "[Norwegian Foreign Minister Sigrun Halvdal met Kenyan Foreign Minister Amani Wekesa" in printed
        )
        assert "event_type  meeting" in printed
        assert "represents  NOR" in printed

    def test_goes_through_everything_once(self, checkout: Path) -> None:
        printed = review(checkout, *ALL)
        assert last_line(printed).endswith("; 0 of 4 events and positions left"), printed
        assert {action for action, _ in told(checkout)} == {"accept"}
        assert last_line(review(checkout)) == last_line(printed)

    def test_can_be_of_one_article(self, checkout: Path) -> None:
        printed = review(checkout, *ALL, options=("--article", "nairobi.txt"))
        assert "bergen.txt ·" not in printed
        assert {line["evidence"].partition("@")[0] for line in rulings(checkout)} == {"nairobi.txt"}

    def test_of_an_article_that_is_not_there_says_which_are(self, checkout: Path) -> None:
        done = run("review", "--who", "Ada", "--root", checkout, "--article", "oslo.txt")
        assert done.exit_code == 2
        assert "there are bergen.txt, nairobi.txt" in " ".join(done.stderr.replace("│", " ").split())

    def test_can_only_tell_what_is_left(self, checkout: Path) -> None:
        before = content(checkout)
        assert "of 4 events and positions left" in review(checkout, options=("--left",))
        assert content(checkout) == before

    def test_outside_a_checkout_says_what_to_do(self, tmp_path: Path) -> None:
        done = run("review", "--who", "Ada", "--root", tmp_path)
        assert done.exit_code == 1
        assert "has no seeds/ folder to review; run this in a checkout" in done.stderr


class TestDeciding:
    def test_enter_alone_decides_nothing(self, checkout: Path) -> None:
        review(checkout, "", "", "q")
        assert rulings(checkout) == []

    def test_codes_may_be_told_in_any_order(self, checkout: Path) -> None:
        review(checkout, "c", "1", "agenda", "trade; energy", "", "They are named.", "q")
        assert run_build(checkout).rows["events"][0]["agenda"] in {"energy;trade", None}
        assert rulings(checkout)[0]["becomes"] == "trade; energy"

    def test_a_reviewer_has_a_name(self, checkout: Path) -> None:
        done = run("review", "--who", " ", "--root", checkout, answers="\nAda Reader\na\nq\n")
        assert done.exit_code == 0
        assert {line["who"] for line in rulings(checkout)} <= {"Ada Reader", ""}

    def test_an_event_is_accepted_with_those_who_took_part(self, checkout: Path) -> None:
        review(checkout, "a", "q")
        assert told(checkout) == [
            ("accept", "events"),
            ("accept", "reports"),
            ("accept", "participants"),
            ("accept", "participants"),
        ]

    def test_a_cell_is_changed_with_a_reason(self, checkout: Path) -> None:
        review(checkout, "c", "1", "place", "Bergen Town Hall", "", "As the caption has it.", "q")
        (line,) = rulings(checkout)
        assert (line["action"], line["column"], line["was"]) == ("change", "place", "Bergen")
        assert (line["becomes"], line["reason"]) == ("Bergen Town Hall", "As the caption has it.")
        assert (line["who"], line["date"]) == ("Ada Reader", "2024-04-02")

    def test_codes_are_told_and_a_wrong_one_is_asked_again(self, checkout: Path) -> None:
        printed = review(checkout, "c", "1", "status", "maybe", "planned", "", "It is to come.", "q")
        assert "planned  still to come at the moment of the report" in printed
        assert "'maybe' is no code of status; there are occurred, ongoing, planned, cancelled" in printed
        assert rulings(checkout)[0]["becomes"] == "planned"

    def test_other_evidence_is_told_by_its_words(self, checkout: Path) -> None:
        review(checkout, "c", "3", "evidence", "[Halvdal] said", "", "So it is told there.", "q")
        assert [line["column"] for line in rulings(checkout)] == ["evidence_start", "evidence_end"]
        (row,) = [row for row in run_build(checkout).rows["participants"] if row["coding"] == "ruling"]
        assert row["evidence"] == "Halvdal"

    def test_an_unknown_column_is_asked_again(self, checkout: Path) -> None:
        printed = review(checkout, "c", "1", "mood", "", "q")
        assert "there is no column mood in events" in printed
        assert rulings(checkout) == []

    def test_a_row_is_dropped_with_a_reason(self, checkout: Path) -> None:
        review(checkout, "d", "4", "He was not there.", "q")
        (line,) = rulings(checkout)
        assert (line["action"], line["table"], line["reason"]) == (
            "drop",
            "participants",
            "He was not there.",
        )

    def test_a_position_that_was_missed_is_added(self, checkout: Path) -> None:
        cells = ["KEN", "partnership", "support", "NOR", "appreciate", "self", "direct", "per_amani_wekesa"]
        words = "“We value”", '"We value our partnership,"'
        printed = review(
            checkout, "n", words[0], "n", words[1], *cells, "", "", "", "", "It was missed.", "q"
        )
        assert "bergen.txt: '“We value”' is not in the text; copy them letter for letter" in printed
        assert {line["ruling"] for line in rulings(checkout)} == {"r0001"}
        rows = run_build(checkout).rows["positions"]
        (row,) = [row for row in rows if row["coding"] == "ruling"]
        assert (row["holder"], row["speaker"], row["evidence"]) == ("KEN", "Amani Wekesa", words[1])

    def test_what_would_break_the_tables_is_refused_and_nothing_written(self, checkout: Path) -> None:
        before = content(checkout)
        printed = review(checkout, "c", "1", "start", "2023-04-14", "", "Wrong.", "q")
        assert "That cannot be: 1 release problem:" in printed
        assert "start 2023-04-14, end 2023-04-12" in printed
        assert content(checkout) == before

    def test_a_decision_is_taken_back(self, checkout: Path) -> None:
        printed = review(checkout, "a", "b", "b", "q")
        assert rulings(checkout) == []
        assert "Nothing was decided in this session." in printed

    def test_what_is_skipped_comes_up_another_time(self, checkout: Path) -> None:
        first = review(checkout, "s", "q").count("event_type  meeting")
        assert first == 1
        assert "event_type  meeting" in review(checkout, "q")
        assert rulings(checkout) == []

    def test_the_end_of_input_ends_the_review(self, checkout: Path) -> None:
        review(checkout, "a")
        assert len(rulings(checkout)) == 4

    def test_enter_keeps_a_cell_and_a_dash_empties_it(self, checkout: Path) -> None:
        review(checkout, "c", "1", "place", "", "country", "-", "", "It is not told.", "q")
        assert [(line["column"], line["becomes"]) for line in rulings(checkout)] == [("country", "")]

    def test_a_cell_that_is_told_twice_is_as_told_last(self, checkout: Path) -> None:
        review(
            checkout, "c", "1", "place", "Brgen", "place", "Bergen Hall", "", "As the caption has it.", "q"
        )
        assert [line["becomes"] for line in rulings(checkout)] == ["Bergen Hall"]

    def test_an_empty_reason_or_row_leaves_the_dialogue(self, checkout: Path) -> None:
        printed = review(checkout, "d", "", "c", "1", "place", "Hall", "", "", "q")
        assert printed.count("Nothing was decided.") == 2
        assert rulings(checkout) == []

    def test_other_words_elsewhere_are_another_position(self, checkout: Path) -> None:
        words = '"We value our partnership,"'
        printed = review(checkout, "a", "c", "evidence", words, "", "There it is said.", "q")
        assert "drop the row, and add another" in printed
        assert {line["action"] for line in rulings(checkout)} == {"accept"}

    def test_what_somebody_else_wrote_meanwhile_is_kept(self, checkout: Path) -> None:
        bench = open_bench(checkout)
        mine = Session(bench, checkout / "seeds" / "rulings.csv", Reviewer("Ann", date(2024, 4, 2)))
        review(checkout, "a", "q")
        before = content(checkout)
        with pytest.raises(ReadoutsError, match="somebody else has changed it; quit, and review again"):
            mine.accept(mine.units()[1])
        assert content(checkout) == before

    def test_what_only_follows_a_ruling_is_not_seen_by_it(self, checkout: Path) -> None:
        """With the event its reports and participants go; the position that was said at it still comes up."""
        printed = review(checkout, "d", "1", "It is none.", "q")
        assert "topic     territorial_integrity" in printed


class TestAfterwards:
    def test_the_build_applies_what_was_ruled(self, checkout: Path) -> None:
        review(checkout, "c", "1", "place", "Town Hall", "", "As the caption has it.", *ALL)
        work = run_build(checkout)
        (event,) = [row for row in work.rows["events"] if row["coding"] == "ruling"]
        assert event["place"] == "Town Hall"
        assert work.tables["rulings"].num_rows == len({line["ruling"] for line in rulings(checkout)})

    def test_a_ruling_that_no_longer_applies_is_shown_and_can_be_taken_out(self, checkout: Path) -> None:
        review(checkout, "c", "1", "place", "Town Hall", "", "As the caption has it.", "q")
        path = checkout / "seeds" / "rulings.csv"
        path.write_text(path.read_text(encoding="utf-8").replace("Bergen,", "Oslo,"), encoding="utf-8")
        assert last_line(review(checkout, "q")) == "1 rulings do not apply any more"
        printed = review(checkout, "t", "q")
        assert "place is now 'Bergen'; expected 'Oslo'" in printed
        assert rulings(checkout) == []


def test_on_a_terminal_a_key_is_enough(checkout: Path) -> None:
    """No Enter is needed: the keys are sent one by one, as somebody types them."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "readouts", "review", "--who", "Ada", "--root", str(checkout)]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        try:
            shown = type_key(ours, b"a") + type_key(ours, b"q")
            process.wait(timeout=30)
        finally:
            process.kill()
    os.close(ours)
    assert len(rulings(checkout)) == 4
    assert b"\x1b[1;7m" in shown, "evidence stands out by colour"


def type_key(terminal: int, key: bytes) -> bytes:
    """What is shown until a key is asked for; then the key is typed."""
    shown = b""
    while not shown.endswith(b"/?] "):
        ready, _, _ = select.select([terminal], [], [], 30)
        assert ready, f"nothing more came after {shown!r}"
        shown += os.read(terminal, 4096)
    for _ in range(1000):  # until single keys are read; those that come earlier are lost
        if not termios.tcgetattr(terminal)[3] & termios.ICANON:
            break
        time.sleep(0.01)
    os.write(terminal, key)
    return shown


def test_an_unknown_key_tells_what_the_keys_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["x", "b"])
    monkeypatch.setattr("readouts.cli.asking.read_key", lambda: next(answers))
    assert ask_key("a or b?", {"a": "the first", "b": "the second"}) == "b"
    assert "  a  the first\n  b  the second\n" in capsys.readouterr().out
