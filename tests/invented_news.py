"""Invented people, sentences about them, and articles made of such sentences."""

from __future__ import annotations

from datetime import date
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from readouts.coder import Knowledge, code_articles, load_knowledge, read_article
from readouts.seeds.types import Article, Occasion, Source

if TYPE_CHECKING:
    from readouts.coder.events.model import Event

DAY = date(2031, 3, 4)
FORUM = Occasion(
    "Lakes Forum 2031", ("Lakes Forum",), date(2031, 2, 10), date(2031, 2, 12), "Tartu", "EST", "test"
)
NOWAK, ROJAS = "Foreign Minister of Poland Jan Nowak", "Foreign Minister of Chile Ana Rojas"
SAAR, LAHTI = "President of Estonia Mart Saar", "President of Finland Aino Lahti"
VEGA = "President of Peru Luis Vega"
MEETING = f"{NOWAK} met with {ROJAS} on March 2."
CALL = f"{SAAR} spoke by phone with {LAHTI} on Monday."

Rows = dict[str, list[dict[str, Any]]]


@cache
def knowledge() -> Knowledge:
    """The packaged lexicon, with one invented occasion and nobody known."""
    return load_knowledge((), (FORUM,))


def article(text: str, published: date | None = DAY, outlet: str = "The Lena Post") -> Article:
    """A text as an article of the catalogue."""
    basis = "catalogue" if published else "none"
    source = Source("a.txt", outlet, "GBR", None, published, basis)
    return Article(source, text, sha256(text.encode()).hexdigest())


def rows_of(*articles: str | Article) -> Rows:
    """The rows of the seven tables."""
    return code_articles([article(a) if isinstance(a, str) else a for a in articles], knowledge())


def events_of(text: str, event_type: str | None = None) -> list[Event]:
    """The events of a text, the main one first; only those of a type where one is given."""
    found = read_article(article(text), knowledge()).events
    return [event for event in found if event_type in (None, event.event_type)]


def event_of(text: str, event_type: str) -> Event:
    """The only event of a type in a text."""
    (event,) = events_of(text, event_type)
    return event
