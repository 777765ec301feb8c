"""What all views have in common: what they read, what they give, and what they refuse."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import invented
import readouts
from commands import run
from readouts import views
from view_tables import VIEWS, View, tables

ROOT = Path(__file__).parents[1]
TABLES = ("articles", "events", "reports", "participants", "positions", "actors", "coverage")


def of_release(backend: str = "numpy") -> dict[str, pd.DataFrame]:
    return {name: readouts.load(name, "1.0.0", backend=backend) for name in TABLES}  # type: ignore[arg-type]


def test_the_public_names_are_these() -> None:
    assert views.__all__ == sorted([*VIEWS, "as_networkx", "level_rules", "schemes"])
    assert all("It cannot tell" in (view.__doc__ or "") for view in VIEWS.values())


@pytest.mark.parametrize("heavy", ["pandas", "pyarrow", "numpy", "networkx"])
def test_they_are_light_until_they_are_asked(heavy: str) -> None:
    script = f"import sys, readouts; readouts.views.exchanges; print({heavy!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


ASKED = [views.exchanges, views.wording, readouts.plot.exchanges, readouts.plot.wording]


@pytest.mark.parametrize("asked", ASKED, ids=lambda view: f"{view.__module__}")
class TestTopics:
    def test_that_are_none_are_refused(self, asked: View) -> None:
        with pytest.raises(readouts.BadInput, match=r"no topic 'one-china'; expected one of .*one_china"):
            asked("1.0.0", topics=["one-china"])

    def test_one_may_be_named_alone(self, asked: View) -> None:
        assert len(str(asked("1.0.0", topics="one_china"))) > 0

    def test_of_frames_of_ones_own_are_those_that_they_hold(self, asked: View) -> None:
        own = tables()
        own["positions"] = own["positions"].assign(topic="fisheries")
        assert len(str(asked(own, topics="fisheries"))) > 0


def test_one_topic_is_the_same_as_a_list_of_it() -> None:
    for view in (views.exchanges, views.wording):
        pd.testing.assert_frame_equal(view("1.0.0", "one_china"), view("1.0.0", ["one_china"]))
    assert len(views.wording("1.0.0", "one_china")) == 2


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
class TestEachView:
    def test_gives_no_rows_of_tables_without_rows(self, view: View) -> None:
        full = view("1.0.0")
        empty = view({name: table.iloc[:0] for name, table in of_release().items()})
        assert len(empty) == 0
        assert dict(empty.dtypes) == dict(full.dtypes)

    def test_gives_no_rows_of_tables_without_types(self, view: View) -> None:
        empty = view({name: table.iloc[:0].astype(object) for name, table in of_release().items()})
        assert dict(empty.dtypes) == dict(view("1.0.0").dtypes)

    @pytest.mark.parametrize("emptied", TABLES)
    def test_takes_any_table_without_rows(self, view: View, emptied: str) -> None:
        made = tables()
        found = view({**made, emptied: made[emptied].iloc[:0]})
        assert dict(found.dtypes) == dict(view(made).dtypes)

    def test_gives_the_same_of_arrow_types(self, view: View) -> None:
        pd.testing.assert_frame_equal(view(of_release("pyarrow")), view("1.0.0"))

    def test_gives_the_same_whatever_the_order_of_the_rows(self, view: View) -> None:
        shuffled = {name: table.sample(frac=1, random_state=7) for name, table in tables().items()}
        pd.testing.assert_frame_equal(view(shuffled), view(tables()))

    def test_takes_dates_as_text(self, view: View) -> None:
        made = of_release()
        for name, column in (("events", "start"), ("events", "end"), ("articles", "published")):
            days = made[name][column].dt.strftime("%Y-%m-%d")
            made[name] = made[name].assign(**{column: days})
        pd.testing.assert_frame_equal(view(made), view("1.0.0"))

    def test_leaves_the_tables_as_they_are(self, view: View) -> None:
        made, before = tables(), tables()
        view(made)
        for name, table in made.items():
            pd.testing.assert_frame_equal(table, before[name])

    def test_tells_the_release(self, view: View) -> None:
        assert view("1.0.0").attrs["release"] == "1.0.0"

    def test_names_a_table_that_is_not_there(self, view: View) -> None:
        with pytest.raises(readouts.UnknownTable, match="among those given; there are actors"):
            view({"actors": tables()["actors"]})

    def test_names_a_column_that_is_not_there(self, view: View) -> None:
        made = {name: table.drop(columns=["event_id"], errors="ignore") for name, table in tables().items()}
        with pytest.raises(readouts.UnknownColumn, match="no column 'event_id' in table"):
            view(made)

    def test_names_a_release_that_is_not_there(self, view: View) -> None:
        with pytest.raises(readouts.UnknownRelease, match=r"no release '9\.9\.9'"):
            view("9.9.9")


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("coded")
    (place / "talks.txt").write_text(
        "BRATISLAVA, Feb. 5 -- Slovak Foreign Minister Jana Krátka met Chinese Ambassador Lin Yao.\n\n"
        "Lin said that China firmly supports the sovereignty and territorial integrity of Slovakia.\n\n"
        "Krátka said that Slovakia respects the one-China principle.\n",
        encoding="utf-8",
    )
    done = run(
        "code",
        place / "talks.txt",
        "--published",
        "2031-02-06",
        "--outlet",
        "Post",
        "--out",
        place / "out",
    )
    assert done.exit_code == 0, done.output
    return place / "out"


class TestCodedTexts:
    """What `readouts code` writes, as a folder or as frames, is read like a release."""

    def test_an_exchange_is_found(self, coded: Path) -> None:
        (found,) = views.exchanges(coded).to_dict("records")
        assert (found["kind"], found["side_a"], found["side_b"]) == ("mutual", "CHN", "SVK")
        assert (found["topic_a"], found["topic_b"]) == ("territorial_integrity", "one_china")

    def test_the_levels_follow_the_verbs(self, coded: Path) -> None:
        assert list(views.one_china_levels(coded)["level"]) == ["respects"]
        assert list(views.integrity_levels(coded)["level"]) == ["firmly_supports"]

    @pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
    def test_every_view_reads_them(self, coded: Path, view: View) -> None:
        frames = {path.stem: pd.read_csv(path) for path in coded.glob("*.csv")}
        pd.testing.assert_frame_equal(view(frames), view(coded))


def test_the_seeds_coded_anew_tell_the_same(tmp_path: Path) -> None:
    seeds = ROOT / "seeds"
    assert (
        run("code", seeds / "articles", "--sources", seeds / "sources.csv", "--out", tmp_path).exit_code == 0
    )
    pd.testing.assert_frame_equal(views.exchanges(tmp_path), views.exchanges("1.0.0"), check_flags=False)


def test_a_release_of_ones_own_is_read(data: Path) -> None:
    assert list(views.exchanges("0.10.0")["evidence_a"]) == [invented.position()["evidence"]]
    assert views.silences().attrs["release"] == "0.10.0"
