"""Pages of HTML as the tests look at them: walked by a parser, and their colours compared."""

from __future__ import annotations

import re
from html.parser import HTMLParser

VOID = {"meta", "input", "br", "hr", "link", "img"}


class Page(HTMLParser):
    """Walks a page; every element must be closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self.comments: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == [], "not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in {tag}"
        assert not (tag == "a" and "a" in self.open), "a link inside a link"
        assert not (tag in {"p", "div", "dl", "table"} and "p" in self.open), f"{tag} inside a paragraph"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append((self.open[-1] if self.open else "", data))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def values(self, attribute: str) -> list[str]:
        return [value for _, held in self.tags if (value := held.get(attribute)) is not None]

    def text_of(self, css_class: str, html: str) -> list[str]:
        """The words of the elements of a class that hold no other of it."""
        found = re.findall(rf'<p class="{css_class}"[^>]*>(.*?)</p>', html, re.DOTALL)
        return ["".join(data for _, data in Page(f"<p>{inner}</p>").words) for inner in found]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
