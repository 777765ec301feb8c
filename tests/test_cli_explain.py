"""`readouts explain`: the marks in the terminal with and without colour, the page, and what is refused."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from commands import content, run, run_really
from invented_marks import TEXT, explained, mark
from readouts.coder.text.spans import Span
from readouts.explain.brackets import marked
from readouts.explain.layout import groups
from readouts.explain.terminal import in_colour, rendered

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "file,outlet,outlet_country,url,published,published_basis,proof\n"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "warsaw.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def plain(text: Path, *options: object) -> str:
    done = run("explain", text, "--published", "2031-03-04", *options)
    assert done.exit_code == 0, done.output
    return " ".join(done.stdout.split())


class TestWithoutColour:
    def test_marks_stand_in_brackets(self, text: Path) -> None:
        told = plain(text)
        assert (
            "{Nowak} said [S1: that [P1: {Poland} supports the _sovereignty_ of {Moldova}], and [P2 P3:"
            in told
        )
        assert "[E1: {Foreign Minister of Poland Jan Nowak} met with" in told

    def test_rows_are_told_beneath_the_paragraph(self, text: Path) -> None:
        told = plain(text)
        assert (
            "P2 POL support one_china → CHN · assert · joint, by Jan Nowak · indirect speech · at E1" in told
        )
        assert "strength: firmly · formula: one-China principle · elements: principle" in told
        assert "rule: one_china/one-china-principle < support" in told
        assert "host Jan Nowak (Foreign Minister of Poland, POL); guest Ana Rojas" in told

    def test_mentions_and_topics_are_told_in_a_line(self, text: Path) -> None:
        told = plain(text)
        assert "Rojas = person: Ana Rojas (CHL)" in told
        assert "cooperation = cooperation, in no position" in told

    def test_parts_that_are_no_body_of_the_text_are_named(self, text: Path) -> None:
        assert "(headline) " in plain(text)

    def test_only_some_layers_are_shown_if_asked(self, text: Path) -> None:
        told = plain(text, "--only", "positions")
        assert "[P1: Poland supports the sovereignty of Moldova]" in told
        assert "{" not in told
        assert "E1:" not in told

    def test_only_some_paragraphs_are_shown_if_asked(self, text: Path) -> None:
        told = plain(text, "--paragraph", 2, "--paragraph", 4)
        assert "[E1: " in told
        assert "[P4: " in told
        assert "sovereignty" not in told

    def test_nothing_is_left_that_a_terminal_would_obey(self, tmp_path: Path) -> None:
        path = tmp_path / "bell.txt"
        path.write_text("Poland supports\x1b[2J the one-China principle.\n", encoding="utf-8")
        done = run_really("explain", path, FORCE_COLOR="", NO_COLOR="1")
        assert done.returncode == 0
        assert "\x1b" not in done.stdout

    def test_no_line_is_longer_than_the_screen(self, text: Path) -> None:
        done = run_really("explain", text, COLUMNS="60")
        assert max(map(len, done.stdout.splitlines())) <= 60

    def test_it_is_off_where_colours_are_not_wanted(self) -> None:
        for kept_from in ({"NO_COLOR": "1", "TERM": "xterm"}, {"TERM": "dumb"}):
            screen = Console(file=StringIO(), force_terminal=True, _environ=kept_from)
            assert not in_colour(screen)


@pytest.fixture(scope="module")
def in_colours() -> str:
    screen = Console(file=StringIO(), force_terminal=True, color_system="standard", width=400, _environ={})
    assert in_colour(screen)
    with screen.capture() as captured:
        for piece in rendered(explained(), coloured=True):
            screen.print(piece)
    return captured.get()


class TestInColour:
    def test_brackets_are_those_of_references_alone(self, in_colours: str) -> None:
        told = ESCAPE.sub("", in_colours)
        assert "Nowak said [S1: that [P1: Poland supports the sovereignty of Moldova], and [P2 P3:" in told
        assert "{" not in told

    def test_styles_of_several_layers_add_up(self, in_colours: str) -> None:
        """Moldova: a state (blue, 34) in a position (underlined, 4) in speech (italic, 3)."""
        assert re.search(r"\x1b\[3;4;34mMoldova\x1b\[0m", in_colours)

    def test_it_reaches_a_pager_if_forced(self, text: Path) -> None:
        done = run_really("explain", text, FORCE_COLOR="1", TERM="xterm-256color", NO_COLOR="")
        assert "\x1b[" in done.stdout


def bracketed(*spans: tuple[int, int, str], paragraph: tuple[int, int] = (0, 10)) -> str:
    found = groups(mark(start, end, ref) for start, end, ref in spans)
    return marked("0123456789", Span(*paragraph), found, coloured=False).plain


class TestBrackets:
    def test_close_without_a_name_where_they_are_nested(self) -> None:
        assert bracketed((1, 8, "P1"), (2, 5, "P2")) == "0[P1: 1[P2: 234]567]89"

    def test_say_which_one_closes_where_marks_cross(self) -> None:
        assert bracketed((1, 5, "P1"), (3, 8, "P2")) == "0[P1: 12[P2: 34 P1]567]89"

    def test_name_all_marks_over_the_same_words(self) -> None:
        assert bracketed((1, 3, "P1"), (1, 3, "P2")) == "0[P1 P2: 12]3456789"

    def test_say_where_a_mark_goes_on_in_the_next_paragraph(self) -> None:
        assert bracketed((1, 9, "P1"), paragraph=(0, 5)) == "0[P1: 1234 ...]"
        assert bracketed((1, 9, "P1"), paragraph=(6, 10)) == "[P1 ...: 678]9"


class TestThePage:
    def test_is_written_under_the_name_given(self, text: Path, tmp_path: Path) -> None:
        page = tmp_path / "deep" / "page.html"
        assert plain(text, "--html", page) == f"written to {page}"
        assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
        assert [path.name for path in page.parent.iterdir()] == ["page.html"]

    def test_is_named_after_the_text_where_no_name_is_given(self, text: Path, here: Path) -> None:
        plain(text, "--html")
        assert [path.name for path in here.iterdir()] == ["warsaw.html"]

    def test_never_takes_the_text_for_its_place(self, text: Path, here: Path) -> None:
        assert run("explain", "--html", text).exit_code == 0
        assert text.read_text(encoding="utf-8") == TEXT

    def test_is_written_again_over_itself(self, text: Path, here: Path) -> None:
        plain(text, "--html")
        before = content(here)
        plain(text, "--html")
        assert content(here) == before

    def test_is_not_written_over_something_else(self, text: Path, here: Path) -> None:
        (here / "thesis.html").write_text("<p>years of work")
        done = run("explain", text, "--html", "thesis.html")
        assert done.exit_code == 1
        assert (
            "thesis.html: is there already and was not made by this command; expected a new name"
            in done.stderr
        )
        assert (here / "thesis.html").read_text() == "<p>years of work"

    def test_needs_the_name_of_a_page(self, text: Path, here: Path) -> None:
        done = run("explain", text, "--html", "page.txt")
        assert done.exit_code == 1
        assert "page.txt: is no name of a page; expected a name that ends in .html" in done.stderr
        assert content(here) == {}


class TestWhatIsKnownOfTheText:
    def test_comes_from_the_options(self, text: Path) -> None:
        told = plain(text, "--outlet", "A Paper", "--outlet-country", "pol")
        assert "outlet A Paper, POL published 2031-03-04 (catalogue)" in told

    def test_comes_from_the_catalogue(self, text: Path) -> None:
        sources = text.with_name("sources.csv")
        sources.write_text(
            HEADER + "warsaw.txt,A Paper,POL,,2031-03-04,,\nother.txt,B,,,,,\n", encoding="utf-8"
        )
        done = run("explain", text, "--sources", sources)
        assert "published  2031-03-04 (catalogue)" in done.stdout

    def test_needs_a_row_of_the_catalogue(self, text: Path) -> None:
        sources = text.with_name("sources.csv")
        sources.write_text(HEADER, encoding="utf-8")
        done = run("explain", text, "--sources", sources)
        assert done.exit_code == 1
        assert f"{text.as_posix()}: has no row in {sources.as_posix()}; add a row for it" in done.stderr


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"", "is empty"), (b" \n", "is empty"), (b"\xff\xfe", "is not UTF-8"), (None, "is not there")],
    ids=["empty", "blank", "not UTF-8", "absent"],
)
def test_a_text_that_cannot_be_read_is_told_and_nothing_written(
    data: bytes | None, message: str, tmp_path: Path, here: Path
) -> None:
    path = tmp_path / "bad.txt"
    if data is not None:
        path.write_bytes(data)
    for options in ((), ("--html",)):
        done = run("explain", path, *options)
        assert done.exit_code == 1
        assert done.stderr.startswith(f"Error: 1 input problem:\n  {path.as_posix()}: {message}")
    assert content(here) == {}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("{folder}", "is a folder; give one text"),
        ("{text} page.html", "no --html"),
        ("{text} --only verbs", "no layer 'verbs'; there are speech, events, positions, topics, mentions"),
        ("{text} --only ,", "names no layer"),
        ("{text} --paragraph 5", "no paragraph 5; the text has 4"),
        ("{text} --paragraph 0", "greater than or equal to 1"),
        ("{text} --html --paragraph 1", "a page holds the whole text"),
        ("{text} --sources {text} --outlet Paper", "are for a text that no catalogue tells of"),
        ("{text} --published 14.11.2024", "14.11.2024"),
        ("{text} --outlet-country Poland", "is no ISO 3166-1 alpha-3 code"),
    ],
)
def test_it_ends_with_2_where_it_is_used_wrongly(options: str, message: str, text: Path, here: Path) -> None:
    filled = [option.format(folder=text.parent, text=text) for option in options.split()]
    done = run("explain", *filled)
    assert done.exit_code == 2
    assert message in " ".join(done.stderr.split())
    assert content(here) == {}
