"""The front page: whole, valid, escaped, true, and readable without colours, a mouse or a network."""

from __future__ import annotations

import dataclasses
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import invented
import readouts
from html_page import Page, contrast
from readouts.publishing import publish
from readouts.publishing.page import caution, figures
from readouts.release.files import digest_of
from readouts.release.write import write_release

NASTY = '</title></script><script>alert(1)</script> & "talks" {{ 7 * 7 }} <!--'


def html_of(folder: Path) -> str:
    return (folder / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def html(dist: Path) -> str:
    return html_of(dist)


@pytest.fixture
def nasty(checkout: Path) -> str:
    release = dataclasses.replace(invented.release("0.11.0"), title=NASTY, description=NASTY)
    write_release(release, checkout / "data")
    return html_of(publish(checkout))


def words(page: Page) -> str:
    return " ".join("".join(data for tag, data in page.words if tag not in {"style", "script"}).split())


def dataset(page: Page) -> dict[str, Any]:
    (text,) = [data for tag, data in page.words if tag == "script"]
    held: dict[str, Any] = json.loads(text)
    return held


class TestThePage:
    def test_is_html_whose_elements_close_in_their_turn(self, html: str, nasty: str) -> None:
        for text in (html, nasty):
            assert text.lstrip().startswith('<!DOCTYPE html>\n<html lang="en">')
            Page(text)

    def test_has_every_id_once_and_a_target_for_every_link(self, html: str, dist: Path) -> None:
        page = Page(html)
        ids = page.values("id")
        assert len(ids) == len(set(ids))
        inside = [link[1:] for link in page.values("href") if link.startswith("#")]
        assert {*inside, *page.values("aria-labelledby")} <= set(ids)
        beside = [link for link in page.values("href") if not re.match("#|https:", link)]
        assert beside
        assert [link for link in beside if not (dist / link).is_file()] == []

    def test_lists_every_file_with_its_size_and_hash(self, html: str, dist: Path) -> None:
        shown = words(Page(html))
        assert "SHA256SUMS" in shown
        for path in dist.iterdir():
            if path.name != "SHA256SUMS" and path.suffix not in {".html", ".js", ".css"}:
                assert path.name in shown
                assert digest_of(path) in shown
                assert f'title="{path.stat().st_size:,} bytes"' in html

    def test_lists_the_data_first(self, html: str) -> None:
        links = [held["href"] for tag, held in Page(html).tags if tag == "a" and "download" in held]
        assert [Path(str(link)).suffix for link in links[:4]] == [".zip", ".duckdb", ".sqlite", ".json"]

    def test_tells_the_rows_of_every_table(self, html: str) -> None:
        for path in (Path(__file__).parents[1] / "data" / readouts.__version__).glob("*.parquet"):
            rows = len(readouts.load(path.stem))
            assert re.search(rf'<code>{path.stem}</code></th><td class="number">{rows:,}</td>', html)

    @pytest.mark.parametrize("name", ["pandas", "Polars", "DuckDB", "SQLite", "R", "Stata", "Excel"])
    def test_has_lines_to_copy_for(self, html: str, name: str) -> None:
        assert re.search(
            rf"<h3 [^>]*>{name}</h3>\n.*\n<pre [^>]*><code[^>]*>.+?</code></pre>", html, re.DOTALL
        )
        assert "{version}" not in html

    def test_tells_how_to_cite_it(self, html: str) -> None:
        shown = words(Page(html))
        assert readouts_citation() in shown
        assert "@misc{readouts_" in shown or "@dataset{readouts_" in shown

    def test_tells_what_it_is_and_under_which_licence(self, html: str) -> None:
        shown = words(Page(html))
        assert f"Release {readouts.__version__}" in shown
        assert "Creative Commons Attribution 4.0 International" in shown
        assert "remain their publishers'" in shown


def readouts_citation() -> str:
    from readouts.citing import cite  # noqa: PLC0415

    return " ".join(cite().split())


class TestTheDataset:
    def test_is_told_to_search_engines(self, html: str, dist: Path) -> None:
        held = dataset(Page(html))
        assert (held["@context"], held["@type"]) == ("https://schema.org/", "Dataset")
        assert held["version"] == readouts.__version__
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", held["datePublished"])
        assert held["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert held["creator"] == [{"@type": "Organization", "name": "The readouts maintainers"}]
        assert 50 <= len(held["description"]) <= 5000
        assert "diplomacy" in held["keywords"]
        assert {each["name"] for each in held["variableMeasured"]} >= {"positions.holder", "events.start"}

    def test_has_every_file_of_the_data(self, html: str, dist: Path) -> None:
        found = {each["contentUrl"]: each for each in dataset(Page(html))["distribution"]}
        assert sorted(Path(name).suffix for name in found) == [".duckdb", ".json", ".sqlite", ".zip"]
        for name, each in found.items():
            assert each["sha256"] == digest_of(dist / name)
            assert each["contentSize"] == f"{(dist / name).stat().st_size} B"
            assert each["encodingFormat"]

    def test_keeps_what_is_nasty_as_words(self, nasty: str) -> None:
        assert dataset(Page(nasty))["name"] == NASTY


class TestSafety:
    def test_nothing_of_the_release_becomes_markup(self, nasty: str) -> None:
        page = Page(nasty)
        scripts = [held for tag, held in page.tags if tag == "script"]
        assert scripts == [{"type": "application/ld+json"}, {"src": "copy.js", "defer": None}]
        assert page.comments == []
        assert {tag for tag, _ in page.tags}.isdisjoint({"img", "iframe", "object", "form"})
        assert NASTY in words(page)

    def test_nothing_is_loaded_from_elsewhere_and_nothing_runs_but_its_script(self, html: str) -> None:
        page = Page(html)
        assert page.values("src") == ["copy.js"]
        assert [held["href"] for tag, held in page.tags if tag == "link"] == ["site.css"]
        assert "default-src 'none'; style-src 'self' file:; script-src 'self' file:;" in html
        assert not re.search(r"url\(|@import", html)
        assert not [name for _, held in page.tags for name in held if name.startswith("on")]
        away = {link for link in page.values("href") if "//" in link}
        assert away == {"https://creativecommons.org/licenses/by/4.0/"}

    def test_it_is_light(self, html: str) -> None:
        assert len(html.encode()) < 60_000


class TestReaders:
    def test_have_one_main_heading_and_the_others_in_order(self, html: str) -> None:
        levels = [int(tag[1]) for tag, _ in Page(html).tags if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))

    def test_can_reach_and_name_everything_that_scrolls(self, html: str) -> None:
        scrolling = [held for tag, held in Page(html).tags if tag == "pre"]
        assert scrolling
        for held in scrolling:
            assert held["tabindex"] == "0"
            assert held["role"] == "region"
            assert "aria-label" in held or "aria-labelledby" in held

    def test_are_told_what_every_table_and_column_is(self, html: str) -> None:
        tags = Page(html).tags
        assert sum(tag == "caption" for tag, _ in tags) == sum(tag == "table" for tag, _ in tags) == 3
        assert all("scope" in held for tag, held in tags if tag == "th")

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_can_tell_every_colour_from_its_ground(self, dist: Path, scheme: str) -> None:
        light, dark = (dist / "site.css").read_text(encoding="utf-8").split("prefers-color-scheme: dark")
        colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", light if scheme == "light" else dark))
        for ground in ("ground", "card"):
            for name in ("words", "faint", "link"):
                assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
            assert contrast(colours["edge"], colours[ground]) >= 3, ground
        for name in ("words", "link"):
            assert contrast(colours[name], colours["mark"]) >= 4.5, name

    def test_can_read_it_narrow_and_print_it(self, html: str, dist: Path) -> None:
        style = (dist / "site.css").read_text(encoding="utf-8")
        assert "width=device-width" in html
        assert "@media screen and (max-width" in style
        assert "@media print" in style


class TestAccuracy:
    REPORT = (
        "# A\n\n**Developed on these\ntexts.** So.\n\n| figure | F1 | right |\n| --- | --- | --- |\n"
        "| positions | 0.9 (0.8–1.0) | 9 |\n| main events | 1.0 | 5 |\n\n"
        "## Other\n\n| figure | F1 | right |\n| positions | 0.1 | 1 |\n"
    )

    def test_is_told_in_a_line_from_the_first_figures(self) -> None:
        assert list(figures(self.REPORT)) == [("positions", "0.9 (0.8–1.0)"), ("main events", "1.0")]
        assert caution(self.REPORT) == "Developed on these texts."

    @pytest.mark.parametrize("text", ["", "# Accuracy\n\nNot scored.\n", "| topic | F1 |\n| --- | --- |\n"])
    def test_is_left_out_where_there_is_none(self, text: str) -> None:
        assert list(figures(text)) == []
        assert caution(text) == ""

    def test_is_linked_to(self, html: str) -> None:
        assert '<a href="accuracy.html">the accuracy report</a>' in html
