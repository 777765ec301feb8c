"""How a value of a record becomes markup, and how its empty place does, which the script fills.

Every row stands once in the templates. For a record these give its values, escaped; for the blank record they
give the element empty, with `data-` attributes that tell the script (`fill.js`) what belongs there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import pass_context
from markupsafe import Markup, escape

from readouts.site.marks import pieces

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2.runtime import Context

Record = dict[str, Any]

_WEB = re.compile(r"https?://", re.IGNORECASE)


class Blank(Record):
    """The record that holds nothing: where a value would stand, the script puts one."""


BLANK = Blank()


def is_blank(record: Record) -> bool:
    """Whether it is the record of the script's template."""
    return isinstance(record, Blank)


def shown(record: Record, name: str) -> bool:
    """Whether the place of a value is there: it is known, or the script will see."""
    return is_blank(record) or bool(record.get(name))


def when(record: Record, name: str) -> Markup:
    """What makes the script take an element out where a value is not known."""
    return Markup(' data-when="{}"').format(name) if is_blank(record) else Markup("")


def text(record: Record, name: str) -> Markup:
    """A value as it is. Its direction is its own, and does not turn what stands around it."""
    if is_blank(record):
        return Markup('<bdi data-text="{}"></bdi>').format(name)
    return Markup("<bdi>{}</bdi>").format(record.get(name, ""))


@pass_context
def term(context: Context, record: Record, name: str, vocabulary: str) -> Markup:
    """Codes in words, each with its meaning in its title."""
    if is_blank(record):
        return Markup('<span data-term="{}" data-of="{}"></span>').format(name, vocabulary)
    terms = context["terms"].several(vocabulary, record.get(name, ""))
    told = [Markup('<span title="{}"><bdi>{}</bdi></span>').format(each.title, each.words) for each in terms]
    return Markup(", ").join(told)


def marked(record: Record, name: str = "evidence", marks: str = "marks") -> Markup:
    """A sentence with the words that matter marked."""
    if is_blank(record):
        return Markup('<bdi data-marked="{}" data-marks="{}"></bdi>').format(name, marks)
    places = [tuple(map(int, place.split("-"))) for place in record.get(marks, "").split()]
    told = pieces(record.get(name, ""), [(start, end) for start, end in places])
    words = [
        Markup("<mark>{}</mark>").format(each) if is_marked else escape(each) for each, is_marked in told
    ]
    return Markup("<bdi>{}</bdi>").format(Markup("").join(words))


def web(record: Record, name: str, words: str) -> Markup:
    """A link to another host; an address that is no web address stays text."""
    if is_blank(record):
        return Markup('<a data-web="{}" rel="external noreferrer">{}</a>').format(name, words)
    address = record.get(name, "")
    if not _WEB.match(address):
        return Markup("<bdi>{}</bdi>").format(address)
    return Markup('<a href="{}" rel="external noreferrer">{}</a>').format(address, words)


@pass_context
def goto(context: Context, record: Record, page: str, name: str, words: str) -> Markup:
    """A link to a row of another page.

    Args:
        context: of the template; `place_of` tells on which file of a page a row stands.
        record: the record.
        page: the page, such as `events`.
        name: where the record has the id of the row.
        words: where it has the words of the link.
    """
    if is_blank(record):
        return Markup('<a data-page="{}" data-goto="{}"><bdi data-text="{}"></bdi></a>').format(
            page, name, words
        )
    key = record.get(name, "")
    file = context["place_of"](page, key)
    return Markup('<a href="{}#{}"><bdi>{}</bdi></a>').format(file, key, record.get(words, ""))


def among(record: Record, page: str, column: str, name: str, words: str) -> Markup:
    """A link to all rows of a page that have a value; it needs the script there."""
    if is_blank(record):
        return Markup('<a data-page="{}" data-among="{}" data-value="{}">{}</a>').format(
            page, column, name, words
        )
    return Markup('<a href="{}.html#{}={}">{}</a>').format(page, column, _quoted(record.get(name, "")), words)


def _quoted(value: str) -> str:
    from urllib.parse import quote_plus  # noqa: PLC0415 - seldom needed

    return quote_plus(value)


HELPERS: Mapping[str, Any] = {
    "shown": shown, "when": when, "text": text, "term": term, "marked": marked, "web": web, "goto": goto,
    "among": among, "blank": BLANK,
}  # fmt: skip
