"""The page of `readouts explain --html`: whole, valid, escaped, readable without colours or a mouse."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from html_page import Page, contrast
from invented_marks import TEXT, explained, marks
from invented_news import article, knowledge
from readouts.explain import explain
from readouts.explain.page import page_of

if TYPE_CHECKING:
    from readouts.explain import Explanation

NASTY = """\
</title><script>alert(1)</script> & "talks"

Foreign Minister of Poland Jan Nowak met with <img src=x onerror=alert(2)> Minister Ana Rojas.

Nowak said that Poland firmly supports the "one-China principle" {{ 7 * 7 }} {% raw %}.

More: ]]> <!-- and \x1b[2J\x0b &amp; the rest.
"""


def page(explanation: Explanation | None = None) -> tuple[Page, str]:
    html = page_of(explanation or explained())
    return Page(html), html


@pytest.fixture(scope="module")
def nasty() -> Explanation:
    return explain(article(NASTY), knowledge())


class TestThePage:
    def test_is_html_whose_elements_close_in_their_turn(self, nasty: Explanation) -> None:
        for explanation in (explained(), nasty, explain(article("Nothing."), knowledge())):
            walked, html = page(explanation)
            assert html.startswith("<!DOCTYPE html>\n<html lang=")
            assert walked.tags[0][0] == "html"

    def test_has_every_id_once_and_a_target_for_every_link(self) -> None:
        walked, _ = page()
        ids = walked.values("id")
        assert len(ids) == len(set(ids))
        links = walked.values("href") + [f"#{name}" for name in walked.values("aria-labelledby")]
        assert {link.removeprefix("#") for link in links} <= set(ids)

    def test_holds_every_row(self) -> None:
        walked, _ = page()
        shown, tables = walked.values("data-row"), explained().tables
        for table, key in (
            ("positions", "position_id"),
            ("events", "event_id"),
            ("participants", "participant_id"),
        ):
            wanted = sorted(row[key] for row in tables[table])
            assert wanted
            assert sorted(shown_id for shown_id in shown if shown_id in wanted) == wanted

    def test_holds_every_value_of_every_position(self) -> None:
        walked, _ = page()
        words = " ".join(" ".join(data for _, data in walked.words).split())
        for row in explained().tables["positions"]:
            for column, value in row.items():
                if value is not None and column not in {"coding", "article_id"}:
                    assert " ".join(str(value).split()) in words, column

    def test_holds_the_text_unchanged(self) -> None:
        walked, html = page()
        refs = {mark.ref for mark in explained().marks if mark.ref}
        without_refs = re.sub(r'<a class="ref [^>]*>[^<]*</a>', "", html)
        assert refs
        assert walked.text_of("text", without_refs) == [line for line in TEXT.splitlines() if line.strip()]

    def test_marks_the_words_of_a_position(self) -> None:
        _, html = page()
        position = marks("positions")[0]
        found = re.search(rf'<mark class="[^"]* m-{position.ref}[ "].*?</mark>', html, re.DOTALL)
        assert found
        told = "".join(data for tag, data in Page(found[0]).words if tag != "a")
        assert told == "Poland supports the sovereignty of Moldova"

    def test_is_the_same_each_time(self) -> None:
        assert page_of(explained()) == page_of(explain(article(TEXT), knowledge()))

    def test_shows_only_the_layers_that_it_is_given(self) -> None:
        walked, html = page(explained().only({"positions"}))
        assert 'class="card positions"' in html
        assert 'class="card events"' not in html
        assert "#E1" not in walked.values("href")


class TestSafety:
    def test_nothing_of_the_text_becomes_markup(self, nasty: Explanation) -> None:
        walked, html = page(nasty)
        assert "&lt;script&gt;" in html
        assert {tag for tag, _ in walked.tags}.isdisjoint({"script", "img", "iframe", "link", "object"})
        assert walked.comments == []
        assert not [name for _, held in walked.tags for name in held if name.startswith("on")]

    def test_nothing_of_the_text_is_taken_for_a_template(self, nasty: Explanation) -> None:
        assert "{{ 7 * 7 }}" in page_of(nasty)

    def test_the_text_is_shown_as_it_is_but_for_control_characters(self, nasty: Explanation) -> None:
        walked, html = page(nasty)
        shown = walked.text_of("text", re.sub(r'<a class="ref [^>]*>[^<]*</a>', "", html))
        wanted = NASTY.replace("\x1b", " ").replace("\x0b", " ")
        assert shown == [line for line in wanted.splitlines() if line.strip()]

    def test_nothing_is_loaded_from_anywhere(self) -> None:
        walked, html = page()
        assert walked.values("src") == []
        assert all(link.startswith("#") for link in walked.values("href"))
        assert "default-src 'none'" in html
        assert not re.search(r"https?:|url\(|@import", html)


class TestReaders:
    def test_can_reach_every_row_and_come_back_by_keyboard(self) -> None:
        walked, _ = page()
        links = walked.values("href")
        for mark in explained().marks:
            if mark.ref:
                assert {f"#{mark.ref}", f"#at-{mark.ref}"} <= set(links)

    def test_are_told_what_a_link_leads_to(self) -> None:
        walked, _ = page()
        assert "P1, positions: POL support territorial_integrity → MDA" in walked.values("aria-label")

    def test_have_headings_in_order(self) -> None:
        walked, _ = page()
        levels = [int(tag[1]) for tag, _ in walked.tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))

    def test_have_a_legend_of_every_layer(self) -> None:
        walked, _ = page()
        boxes = [held["id"] for tag, held in walked.tags if tag == "input"]
        assert boxes == [f"show-{layer}" for layer in ("speech", "events", "positions", "topics", "mentions")]

    def test_find_mentions_listed_and_not_only_coloured(self) -> None:
        _, html = page()
        assert re.search(r'<th scope="row">Rojas .*?<td>person</td><td>Ana Rojas \(CHL\)</td>', html)

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_can_tell_every_colour_from_its_ground(self, scheme: str) -> None:
        """The ratio that the Web Content Accessibility Guidelines ask of text (AA): 4.5 to 1."""
        _, html = page()
        light, dark = html.split("prefers-color-scheme: dark")
        colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", light if scheme == "light" else dark))
        grounds = {name: colours.pop(name) for name in ("ground", "card", "tint", "chosen")}
        del colours["line"]
        pale = [
            (name, on)
            for on, ground in grounds.items()
            for name in colours
            if contrast(colours[name], ground) < 4.5
        ]
        assert pale == []

    def test_can_print_it(self) -> None:
        assert "@media print" in page_of(explained())
