"""A text laid out in paragraphs with their zones, sentences, quotations, by offsets in the stored text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from readouts.coder.text.quotation_marks import find_quotes
from readouts.coder.text.spans import Span, SpanIndex
from readouts.coder.text.tokens import Token, normalise, tokenise

__all__ = ["Document", "LayoutWords", "Paragraph", "Sentence", "Span", "split_sentences"]

_STOP = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_INITIAL = re.compile(r"(?:^|\()[^\W\d_]\.$")
_LOOK_AHEAD = _LOOK_BACK = 200
_LONGEST_HEADLINE, _LONGEST_SIGNATURE, _LONGEST_SUBHEAD = 40, 4, 9


@dataclass(frozen=True)
class Paragraph(Span):
    """A line of the stored text that is not empty. `zone`: header, headline, subhead, signature or body."""

    index: int
    zone: str


@dataclass(frozen=True, eq=False)
class Sentence(Span):
    """A sentence with its tokens; compared by identity."""

    index: int
    paragraph: Paragraph
    tokens: list[Token] = field(repr=False, default_factory=list)


@dataclass(frozen=True)
class LayoutWords:
    """What the lexicon says about layout.

    Attributes:
        abbreviations: words that end no sentence by their point.
        starters: words that begin one behind an abbreviation with inner points.
        header: lines that are no part of the news.
    """

    abbreviations: frozenset[str]
    starters: frozenset[str]
    header: re.Pattern[str]


@dataclass
class Document:
    """A text as the coder sees it."""

    text: str
    layout: LayoutWords
    dateline: Span | None = None

    @cached_property
    def plain(self) -> str:
        """The normalised copy, of the same length as the text."""
        return normalise(self.text)

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs in order."""
        found = list(re.finditer(r"[^\n]*\S[^\n]*", self.text))
        spans = [_trimmed(self.text, m.start(), m.end()) for m in found]
        zones = [self._zone(span, n, len(spans)) for n, span in enumerate(spans)]
        pairs = enumerate(zip(spans, zones, strict=True))
        return [Paragraph(span.start, span.end, n, zone) for n, (span, zone) in pairs]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences in order; a paragraph's end always ends one."""
        found: list[Sentence] = []
        for paragraph in self.paragraphs:
            for span in split_sentences(self.plain, self._without_dateline(paragraph), self.layout):
                tokens = tokenise(self.plain, span.start, span.end)
                found.append(Sentence(span.start, span.end, len(found), paragraph, tokens))
        return found

    @cached_property
    def quotes(self) -> list[Span]:
        """The outermost quotations, marks included."""
        return find_quotes(self.text, self.paragraphs)

    def quotes_meeting(self, span: Span) -> list[Span]:
        """The quotations that share something with a stretch."""
        return self._quote_index.meeting(span.start, span.end)

    def is_quoted(self, position: int) -> bool:
        """Whether a position lies inside quotation marks."""
        return bool(self._quote_index.covering(position))

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds a position; None between sentences."""
        return next(iter(self._sentence_index.covering(position)), None)

    @cached_property
    def _quote_index(self) -> SpanIndex[Span]:
        return SpanIndex(self.quotes)

    @cached_property
    def _sentence_index(self) -> SpanIndex[Sentence]:
        return SpanIndex(self.sentences)

    def _without_dateline(self, paragraph: Paragraph) -> Span:
        """A paragraph behind its dateline: 'BAKU, Nov. 14 (Xinhua) --' is no part of a sentence."""
        dateline = self.dateline
        if dateline and paragraph.covers(dateline.start) and dateline.end < paragraph.end:
            return _trimmed(self.text, dateline.end, paragraph.end)
        return paragraph

    def _zone(self, span: Span, index: int, count: int) -> str:
        """What a paragraph is, by its place, its length and how it ends."""
        line = self.plain[span.start : span.end]
        words = len(line.split())
        is_open = line[-1] not in ".!?\"'"
        if self.layout.header.fullmatch(line):
            return "header"
        if index == 0 and count > 1 and is_open and words < _LONGEST_HEADLINE:
            return "headline"
        if index == count - 1 and is_open and words <= _LONGEST_SIGNATURE:
            return "signature"
        if is_open and line[-1] not in ":;," and words <= _LONGEST_SUBHEAD:
            return "subhead"
        return "body"


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip())))


def split_sentences(plain: str, paragraph: Span, layout: LayoutWords) -> list[Span]:
    """The sentences of a paragraph of a normalised text."""
    spans: list[Span] = []
    start = paragraph.start
    for stop in _STOP.finditer(plain, paragraph.start, paragraph.end):
        if _ends_sentence(plain, start, stop, paragraph.end, layout):
            spans.append(_trimmed(plain, start, stop.end()))
            start = stop.end()
    if plain[start : paragraph.end].strip():
        spans.append(_trimmed(plain, start, paragraph.end))
    return spans


def _ends_sentence(plain: str, start: int, stop: re.Match[str], end: int, layout: LayoutWords) -> bool:
    after = plain[stop.end() : min(end, stop.end() + _LOOK_AHEAD)].lstrip().lstrip("\"'([")
    if not after or after[0].islower() or after[0] in ",;:-":
        return False
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    before = _last_word(plain, start, stop.start())
    if _INITIAL.search(before):
        return False
    word = _LAST_WORD.search(before)
    is_acronym = word is not None and "." in word.group(1)
    if word is None or (word.group(1).lower() not in layout.abbreviations and not is_acronym):
        return True
    following = _FIRST_WORD.match(after)
    return is_acronym and following is not None and following.group().lower() in layout.starters


def _last_word(plain: str, start: int, stop: int) -> str:
    """What stands before a full stop up to the blank before it, the stop included."""
    return plain[max(start, stop - _LOOK_BACK) : stop + 1].rsplit(maxsplit=1)[-1]
