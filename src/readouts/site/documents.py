"""The documents of a release, which are Markdown, as pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

DEEPEST = 3
"""Headings down to this level are listed at the head of the page."""


@dataclass(frozen=True)
class Heading:
    """A heading that can be linked to."""

    level: int
    slug: str
    words: str


@dataclass(frozen=True)
class Document:
    """A document as a page shows it.

    Attributes:
        title: the words of its first heading.
        body: everything below that heading, as HTML.
        headings: what can be linked to, in order.
    """

    title: str
    body: Markup
    headings: tuple[Heading, ...]


def document_of(markdown: str) -> Document:
    """Make HTML of Markdown. HTML in it stays text, and links that are no web addresses are none."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    tokens = parser.parse(markdown)
    title, rest = _titled(tokens)
    headings = tuple(_headings(rest))
    _accessible(rest)
    # The renderer escapes all text: what comes out is safe.
    body = Markup(parser.renderer.render(rest, parser.options, {}))  # noqa: S704
    return Document(title, body, headings)


def _titled(tokens: list[Token]) -> tuple[str, list[Token]]:
    first = [token.type for token in tokens[:3]]
    if first[:1] == ["heading_open"] and tokens[0].tag == "h1":
        return _words(tokens[1]), tokens[3:]
    return "", tokens


def _headings(tokens: Sequence[Token]) -> list[Heading]:
    """Give every heading an id of its words; one that is there already gets a number."""
    found: list[Heading] = []
    taken = {"main": 1}
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            words = _words(inline)
            slug = re.sub(r"[^\w]+", "-", words.lower()).strip("-") or "part"
            taken[slug] = taken.get(slug, 0) + 1
            slug = f"{slug}-{taken[slug]}" if taken[slug] > 1 else slug
            token.attrSet("id", slug)
            found.append(Heading(int(token.tag[1]), slug, words))
    return [heading for heading in found if heading.level <= DEEPEST]


def _accessible(tokens: Sequence[Token]) -> None:
    """Heads of columns say so, and numbers stand at the right without a style of their own."""
    for token in tokens:
        if token.type == "th_open":
            token.attrSet("scope", "col")
        if token.attrs.pop("style", None):
            token.attrSet("class", "number")


def _words(token: Token) -> str:
    return "".join(child.content for child in token.children or [] if child.type != "softbreak")
