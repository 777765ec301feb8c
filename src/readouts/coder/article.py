"""One article, from text to findings: the stages in order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from readouts.coder.clauses import Clauses
from readouts.coder.date_headers import Dateline, parse_dateline, parse_header_date
from readouts.coder.document import Document, Sentence, Span
from readouts.coder.dyad import dyad_of
from readouts.coder.event_model import Event
from readouts.coder.event_settings import Calendar
from readouts.coder.events import EventFinder
from readouts.coder.holders import Dyad
from readouts.coder.items import Item, items_of
from readouts.coder.knowledge import Knowledge
from readouts.coder.mentions import find_mentions
from readouts.coder.model import Mention
from readouts.coder.positions import Position, PositionFinder
from readouts.coder.registry import Registry
from readouts.coder.speech import Discourse, Reading
from readouts.coder.tokens import tokenise
from readouts.seeds.types import Article


_SHORT_QUOTE = 6


@dataclass
class Findings:
    """What the coder found in one article."""

    article: Article
    document: Document
    mentions: list[Mention]
    registry: Registry
    discourse: Discourse
    dyad: Dyad
    positions: list[Position]
    events: list[Event]
    dateline: Dateline | None


def read_article(article: Article, knowledge: Knowledge) -> Findings:
    """Locate, name, attribute, code: each stage works on what the one before found."""
    article = dated(article)
    dateline = parse_dateline(article.text)
    document = Document(
        article.text, knowledge.layout, Span(dateline.start, dateline.end) if dateline else None
    )
    registry = Registry(
        knowledge.known,
        knowledge.people,
        knowledge.back,
        article.source.published,
        article.source.outlet_country,
    )
    by_sentence = [find_mentions(s, knowledge.mentions) for s in document.sentences]
    mentions = [m for found in by_sentence for m in found]
    registry.register(mentions)
    registry.infer_sides(mentions)
    registry.resolve(mentions)
    readings: list[Reading] = []
    for sentence, found in zip(document.sentences, by_sentence, strict=True):
        readings.append(_reading(document, sentence, found, knowledge))
    discourse = Discourse(document, readings, registry, knowledge.speech)
    discourse.run()
    discourse.infer_sides()
    dyad = dyad_of(mentions, discourse.voices)
    positions = PositionFinder(knowledge.positions, discourse, dyad).find(readings)
    calendar = Calendar.of(
        document, readings, knowledge.events, article.source.published, knowledge.occasions
    )
    finder = EventFinder(
        knowledge.events, knowledge.positions.areas, discourse, dyad, calendar,
        _country_of(dateline, knowledge), article.source.outlet_country,
    )  # fmt: skip
    return Findings(
        article, document, mentions, registry, discourse, dyad, positions, finder.find(), dateline
    )


def dated(article: Article) -> Article:
    """The article with its day of publication: the catalogue's, else that at the head of the text."""
    if article.source.published is not None:
        return article
    header = parse_header_date(article.text)
    if header is None:
        return article
    return replace(article, source=replace(article.source, published=header[0], published_basis="header"))


def _country_of(dateline: Dateline | None, knowledge: Knowledge) -> str | None:
    if dateline is None:
        return None
    hits = knowledge.mentions.names.find(tokenise(dateline.place.title()))
    return hits[0].form.code if hits and hits[0].form.kind in ("capital", "city", "state") else None


def _reading(
    document: Document, sentence: Sentence, mentions: list[Mention], knowledge: Knowledge
) -> Reading:
    items = items_of(sentence, mentions)
    topics = knowledge.positions.topics.find(items, sentence.tokens, document.plain)
    solid = {place for hit in topics for place in range(hit.first, hit.last)} | _short_quotes(items)
    text = document.text[sentence.start : sentence.end]
    return Reading(sentence, items, Clauses(items, knowledge.verbs, frozenset(solid)), text, topics)


def _short_quotes(items: list[Item]) -> set[int]:
    """Items in and right behind quotation marks around a few words: no clause begins there."""
    marks = [k for k, item in enumerate(items) if item.low == '"']
    return {
        place
        for first, last in zip(marks, marks[1:], strict=False)
        if last - first <= _SHORT_QUOTE
        for place in range(first, last + 2)
    }
