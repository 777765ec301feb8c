"""What all pictures have in common: the same bytes, words beside them, room for all letters."""

from __future__ import annotations

import locale
import os
import re
import subprocess
import sys
import warnings
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib
import matplotlib.style
import pytest

import readouts
from drawn import boxes, saved, written
from invented_frames import empty, tables
from readouts.plot.words import quoted

if TYPE_CHECKING:
    from matplotlib.transforms import Bbox

PICTURES = list(readouts.plot.__all__)
MANY = tables(holders=200, events=300, positions=700)


@pytest.fixture(autouse=True)
def warnings_are_errors() -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def draw(name: str, *given: object, **options: object) -> Any:
    return getattr(readouts.plot, name)(*given, **options)


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
@pytest.mark.parametrize("name", PICTURES)
def test_bytes_are_the_same_twice(name: str, kind: str) -> None:
    assert saved(draw(name), kind) == saved(draw(name), kind)


@pytest.mark.parametrize("name", PICTURES)
def test_settings_of_the_user_change_nothing(name: str) -> None:
    usual = saved(draw(name), "png")
    with (
        matplotlib.style.context("dark_background"),
        matplotlib.rc_context({"font.size": 30, "text.usetex": False}),
    ):
        assert saved(draw(name), "png") == usual


HASHES = (
    "import locale, sys, hashlib, io, readouts\n"
    "locale.setlocale(locale.LC_ALL, sys.argv[1])\n"
    "for name in readouts.plot.__all__:\n"
    "    held = io.BytesIO(); getattr(readouts.plot, name)().savefig(held, format='svg')\n"
    "    print(hashlib.sha256(held.getvalue()).hexdigest())\n"
)


def hashes(folder: Path, language: str = "C", seed: str = "1") -> list[str]:
    """Those of all pictures, drawn by another Python."""
    done = subprocess.run(
        [sys.executable, "-c", HASHES, language],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.split()


def test_order_of_hashes_changes_nothing(tmp_path: Path) -> None:
    usual = hashes(tmp_path)
    assert len(usual) == len(PICTURES)
    assert hashes(tmp_path, seed="2") == usual


def spoken() -> list[str]:
    """The locales at hand in which months have other names."""
    kept, found = locale.setlocale(locale.LC_ALL), []
    try:
        for language in ("de_DE.utf8", "fr_FR.utf8", "tr_TR.utf8", "es_ES.utf8", "pl_PL.utf8"):
            with suppress(locale.Error):
                locale.setlocale(locale.LC_ALL, language)
                found.append(language)
    finally:
        locale.setlocale(locale.LC_ALL, kept)
    return found


@pytest.mark.skipif(not spoken(), reason="no locale but that of C is installed")
def test_the_language_of_the_computer_changes_nothing(tmp_path: Path) -> None:
    usual = hashes(tmp_path)
    for language in spoken():
        assert hashes(tmp_path, language) == usual


def test_no_picture_asks_the_computer_for_names_of_months() -> None:
    sources = [path.read_text(encoding="utf-8") for path in Path(readouts.plot.__file__).parent.glob("*.py")]
    asking = re.compile(r"strftime|DateFormatter|month_name|month_abbr|day_name|\{[^{}]*:[^{}]*%[a-zA-Z]")
    assert len(sources) > 10
    assert [asking.findall(source) for source in sources if asking.search(source)] == []
    assert asking.search("f'{start:%b %Y}'")


@pytest.mark.parametrize("width", [16, 8])
@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize(
    "source", [None, MANY, empty()], ids=["the newest release", "two hundred holders", "empty"]
)
def test_nothing_is_cut_and_nothing_overlaps(name: str, width: float, source: object) -> None:
    figure = draw(name, source, width=width)
    assert figure.get_size_inches()[0] == pytest.approx(width / 2.54)
    found = boxes(figure)
    whole = figure.bbox
    for text, box in found:
        assert box.x0 >= whole.x0 - 1, text
        assert box.x1 <= whole.x1 + 1, text
        assert box.y0 >= whole.y0 - 1, text
        assert box.y1 <= whole.y1 + 1, text
    assert overlapping(found) == []


def overlapping(found: list[tuple[str, Bbox]]) -> list[tuple[str, str]]:
    """Texts that lie on each other by more than the air around letters; numbers on lines may."""
    words = [(text, box) for text, box in found if not text.replace("–", "").isdecimal()]
    return [
        (one, other)
        for number, (one, first) in enumerate(words)
        for other, second in words[number + 1 :]
        if share(first, second) > 0.25
    ]


def share(first: Bbox, second: Bbox) -> float:
    """How much of the lower of two boxes lies in the other, by height, where they share width."""
    wide = min(first.x1, second.x1) - max(first.x0, second.x0)
    tall = min(first.y1, second.y1) - max(first.y0, second.y0)
    if wide <= 2 or tall <= 0:
        return 0.0
    return float(tall / min(first.height, second.height))


@pytest.mark.parametrize("name", PICTURES)
def test_names_in_other_letters_are_drawn_or_said_to_be_lacking(name: str) -> None:
    figure = draw(name, tables(holders=14, events=60, positions=300))
    saved(figure, "png")
    shown = written(figure)
    assert any(letters in shown for letters in ("Коваль", "Παπάς", "ბერიძე", "لعرب"))
    assert "习" not in shown
    assert "□: letters that the font lacks" in shown


@pytest.mark.parametrize("name", PICTURES)
def test_the_source_stands_in_the_corner(name: str) -> None:
    assert "Source: readouts, release 1.0.0 (5 texts)" in written(draw(name, "1.0.0"))
    assert "Source: readouts, tables of one's own (40 texts)" in written(draw(name, tables()))


@pytest.mark.parametrize("name", PICTURES)
def test_the_words_for_those_who_do_not_see_it_go_into_the_file(name: str) -> None:
    figure = draw(name)
    assert figure.readouts_alt.endswith(".")
    assert "_" not in figure.readouts_alt
    assert figure.readouts_alt.split(".")[0].encode() in saved(figure, "png")
    assert figure._repr_mimebundle_()["text/plain"] == figure.readouts_alt


def test_a_picture_leaves_pyplot_alone(tmp_path: Path) -> None:
    script = (
        "import sys, readouts\n"
        "light = 'matplotlib' not in sys.modules\n"
        "for name in readouts.plot.__all__: getattr(readouts.plot, name)().savefig(name + '.png')\n"
        "print(light, 'matplotlib.pyplot' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == ["True", "False"]


def test_without_matplotlib_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*sys.modules]:
        if name.partition(".")[0] == "matplotlib" or name in {"readouts.plot.paper", "readouts.plot.picture"}:
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(readouts.NotInstalled, match="pip install matplotlib"):
        readouts.plot.timeline()


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("one-China principle", "“one-China principle”"),
        ('"United China" policy', "“‘United China’ policy”"),
        ("“One Belt, One Road”", "“One Belt, One Road”"),
    ],
)
def test_quotation_marks_within_words_are_single(formula: str, told: str) -> None:
    assert quoted(formula) == told
