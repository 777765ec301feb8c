"""The pages of a release, but for its front page: tables to look through, and documents to read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from readouts.site.browsers import BROWSERS, CODES, text_columns
from readouts.site.data_file import data_file
from readouts.site.documents import document_of
from readouts.site.render import STATIC, page, static
from readouts.site.tables import Tables
from readouts.site.words import terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readouts.publishing.edition import Edition
    from readouts.site.browsers import Browser
    from readouts.site.records.shared import Record
    from readouts.site.words import Terms

AT_ONCE = 250
"""So many rows stand on one page for those who have no script; more are divided over pages."""


DOCUMENTS = {
    "codebook": ("Codebook", "CODEBOOK.md"),
    "accuracy": ("Accuracy", "ACCURACY.md"),
    "changes": ("Changes", "DATA_CHANGES.md"),
}


@dataclass(frozen=True)
class Link:
    """A page as the others name it."""

    name: str
    file: str
    words: str


@dataclass(frozen=True)
class Site:
    """All that the pages of a release have in common.

    Attributes:
        edition: the release and its documents.
    """

    edition: Edition

    @cached_property
    def tables(self) -> Tables:
        """The tables of the release."""
        return Tables(self.edition.folder)

    @cached_property
    def terms(self) -> Terms:
        """What codes and sides are called."""
        return terms_of(self.edition.described, self.tables.actors.values())

    @cached_property
    def links(self) -> list[Link]:
        """The pages, in the order in which they are named."""
        documents = {name: held for name, held in DOCUMENTS.items() if self.edition.text(held[1])}
        return [
            Link("index", "index.html", "This release"),
            *(Link(browser.name, f"{browser.name}.html", browser.words) for browser in BROWSERS),
            *(Link(name, f"{name}.html", words) for name, (words, _) in documents.items()),
        ]

    @cached_property
    def records(self) -> dict[str, list[Record]]:
        """The rows of every table that can be looked through."""
        return {browser.name: browser.records(self.tables) for browser in BROWSERS}

    @cached_property
    def _places(self) -> dict[str, dict[str, str]]:
        return {
            name: {record["id"]: part_of(name, place // AT_ONCE + 1) for place, record in enumerate(held)}
            for name, held in self.records.items()
        }

    def place_of(self, name: str, row_id: str) -> str:
        """The file on which a row stands, for those who have no script."""
        return self._places[name].get(row_id, f"{name}.html")

    def common(self, here: str) -> dict[str, Any]:
        """What every template needs."""
        values = {"edition": self.edition, "pages": self.links, "here": here}
        return {**values, "terms": self.terms, "place_of": self.place_of}


def part_of(name: str, number: int) -> str:
    """The file of a part of a table; the first has the script."""
    return f"{name}.html" if number == 1 else f"{name}-{number}.html"


def files_of(site: Site) -> Iterator[tuple[str, bytes]]:
    """The files of the pages by name, but for the front page."""
    for name in STATIC:
        yield name, static(name)
    for browser in BROWSERS:
        yield f"{browser.name}.data.js", _data(site, browser).encode()
        yield from _parts(site, browser)
    for link in site.links:
        if link.name in DOCUMENTS:
            yield link.file, _document(site, link.name).encode()


def _data(site: Site, browser: Browser) -> str:
    rows, codes = site.records[browser.name], {**CODES[browser.name], "action": "ruling_action"}
    used = [*_cells(rows, codes), *site.terms.chosen(codes.values())]
    return data_file(rows, site.terms.used(used))


def _cells(rows: Sequence[Record], codes: dict[str, str]) -> Iterator[tuple[str, str]]:
    for row in rows:
        for name, cell in row.items():
            if isinstance(cell, list):
                yield from _cells(cell, codes)
            elif name in codes:
                yield codes[name], cell


def _parts(site: Site, browser: Browser) -> Iterator[tuple[str, bytes]]:
    rows = site.records[browser.name]
    starts = range(0, max(len(rows), 1), AT_ONCE)
    names = [part_of(browser.name, number + 1) for number in range(len(starts))]
    for number, (name, start) in enumerate(zip(names, starts, strict=True), start=1):
        values = {
            **site.common(browser.name),
            "page": browser.name, "title": browser.words, "table": browser.table, "heads": browser.heads,
            "dated": browser.dated, "unit": browser.words.lower(), "cells": f"{browser.name}.cells.j2",
            "columns": text_columns(site.edition.tables[browser.table]),
            "records": rows[start : start + AT_ONCE], "first": start + 1, "total": len(rows),
            "number": number, "parts": names,
        }  # fmt: skip
        yield name, page(f"{browser.name}.html.j2", values).encode()


def _document(site: Site, name: str) -> str:
    document = document_of(site.edition.text(DOCUMENTS[name][1]))
    return page("document.html.j2", {**site.common(name), "document": document})
