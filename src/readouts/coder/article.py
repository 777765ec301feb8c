"""One article, from text to findings: the stages in order."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readouts.coder.clauses.clauses import Clauses
from readouts.coder.clauses.items import Item, items_of
from readouts.coder.clauses.reading import Reading
from readouts.coder.dates.headers import Dateline, day_written, parse_dateline, parse_header_date
from readouts.coder.events.finder import find_events
from readouts.coder.events.named_dates import Calendar
from readouts.coder.events.scene import Scene
from readouts.coder.names.issuing_bodies import issuing_body, with_short_names
from readouts.coder.names.mentions import find_mentions
from readouts.coder.names.registry import Registry
from readouts.coder.positions.dyad import dyad_of
from readouts.coder.positions.finder import Position, PositionFinder
from readouts.coder.positions.issuers import issuers
from readouts.coder.speech.discourse import Discourse
from readouts.coder.text.document import Document, Sentence, Span
from readouts.coder.text.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.events.model import Event
    from readouts.coder.lexicon.knowledge import Knowledge
    from readouts.coder.names.model import Entity, Mention
    from readouts.coder.positions.holders import Dyad
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


def findings_for_rows(article: Article, knowledge: Knowledge) -> Findings:
    """As `read_article`; a text that names nobody who could act for a state or organisation is not read."""
    if knowledge.scan.finds_actor(article.text, article.source.outlet_country):
        return read_article(article, knowledge)
    article = dated(article)
    dateline = parse_dateline(article.text)
    document = Document(article.text, knowledge.layout)
    registry = _identify([], article.source.outlet_country, knowledge)
    discourse = Discourse(document, [], registry, knowledge.speech)
    return Findings(article, document, [], registry, discourse, dyad_of([], []), [], [], dateline)


def read_article(article: Article, knowledge: Knowledge) -> Findings:
    """Locate, name, attribute, code: each stage works on what the one before found."""
    article = dated(article)
    dateline = parse_dateline(article.text)
    span = Span(dateline.start, dateline.end) if dateline else None
    document = Document(article.text, knowledge.layout, span)
    by_sentence = [find_mentions(sentence, knowledge.mentions) for sentence in document.sentences]
    body = issuing_body(document, by_sentence, knowledge.organisations)
    if body:
        by_sentence = with_short_names(
            document, by_sentence, body, knowledge.mentions.issuing, knowledge.verbs
        )
    mentions = [mention for found in by_sentence for mention in found]
    registry = _identify(mentions, article.source.outlet_country, knowledge)
    pairs = zip(document.sentences, by_sentence, strict=True)
    readings = [_reading(document, sentence, found, knowledge) for sentence, found in pairs]
    discourse = Discourse(document, readings, registry, knowledge.speech)
    discourse.bodies = _bodies(discourse, mentions, body)
    discourse.run()
    discourse.infer_sides()
    dyad = dyad_of(mentions, discourse.voices, is_joint_text=discourse.is_joint_text)
    positions = PositionFinder(knowledge.positions, discourse, dyad).find(readings)
    scene = Scene(
        knowledge.events,
        knowledge.positions.areas,
        discourse,
        dyad,
        _calendar(article, dateline, knowledge, discourse),
        _country_of(dateline, knowledge),
        frozenset(p.holding.speaker for p in positions if p.holding.speaker),
    )
    events = find_events(scene)
    return Findings(article, document, mentions, registry, discourse, dyad, positions, events, dateline)


def _bodies(discourse: Discourse, mentions: Sequence[Mention], body: str | None) -> tuple[Entity, ...]:
    """The states and organisations whose text it is: those that a joint text lists, else one organisation."""
    codes = issuers(mentions) if discourse.is_joint_text else ()
    return tuple(discourse.registry.side(code) for code in codes or ((body,) if body else ()))


def _identify(mentions: list[Mention], outlet_country: str | None, knowledge: Knowledge) -> Registry:
    """Whom the mentions mean."""
    registry = Registry(knowledge.known, knowledge.people, knowledge.back, outlet_country)
    registry.register(mentions)
    registry.infer_sides(mentions)
    registry.resolve(mentions)
    return registry


def _calendar(
    article: Article, dateline: Dateline | None, knowledge: Knowledge, discourse: Discourse
) -> Calendar:
    """The dates and occasions that the text names, seen from the day on which it was written."""
    written = day_written(article.text, dateline, article.source.published)
    return Calendar.of(discourse.document, discourse.readings, knowledge.events, written, knowledge.occasions)


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
        for first, last in itertools.pairwise(marks)
        if last - first <= _SHORT_QUOTE
        for place in range(first, last + 2)
    }
