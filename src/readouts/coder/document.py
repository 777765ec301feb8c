"""A text laid out: paragraphs with their zones, sentences, quotations. Offsets are those of the stored text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from readouts.coder.tokens import Token, normalise, tokenise

_CLOSERS = "\"'\u201d\u2019)]"
_STOP = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")
_INITIAL = re.compile(r"(?:^|[\s(])[^\W\d_]\.$")


@dataclass(frozen=True)
class Span:
    """A stretch of the text; `end` is exclusive."""

    start: int
    end: int

    def covers(self, position: int) -> bool:
        """Whether a position lies inside."""
        return self.start <= position < self.end


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
    """What the lexicon says about layout: abbreviations that end no sentence, words that begin one, header lines."""

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
        found = [m for m in re.finditer(r"[^\n]*\S[^\n]*", self.text)]
        spans = [_trimmed(self.text, m.start(), m.end()) for m in found]
        zones = [self._zone(span, n, len(spans)) for n, span in enumerate(spans)]
        return [
            Paragraph(s.start, s.end, n, zone) for n, (s, zone) in enumerate(zip(spans, zones, strict=True))
        ]

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

    def _without_dateline(self, paragraph: Paragraph) -> Span:
        """The paragraph behind its dateline, if it has one: 'BAKU, Nov. 14 (Xinhua) --' is no part of a sentence."""
        if (
            self.dateline is not None
            and paragraph.covers(self.dateline.start)
            and self.dateline.end < paragraph.end
        ):
            return _trimmed(self.text, self.dateline.end, paragraph.end)
        return paragraph

    def _zone(self, span: Span, index: int, count: int) -> str:
        line = self.plain[span.start : span.end]
        words = len(line.split())
        if self.layout.header.fullmatch(line):
            return "header"
        if index == 0 and count > 1 and line[-1] not in ".!?\"'" and words < 40:
            return "headline"
        if index == count - 1 and words <= 4 and line[-1] not in ".!?\"'":
            return "signature"
        if words <= 9 and line[-1] not in ".!?:;,\"'":
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
    after = plain[stop.end() : end].lstrip().lstrip("\"'([")
    if not after:
        return False
    if after[0].islower() or after[0] in ",;:-":
        return False
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return True
    before = plain[start : stop.start() + 1]
    if _INITIAL.search(before):
        return False
    word = _LAST_WORD.search(before)
    if word is None or (word.group(1).lower() not in layout.abbreviations and "." not in word.group(1)):
        return True
    following = re.match(r"[^\W\d_]+", after)
    return bool(following and following.group().lower() in layout.starters and "." in word.group(1))


def find_quotes(text: str, paragraphs: list[Paragraph]) -> list[Span]:
    """Outermost quotations. One left open goes on over the next paragraphs until it is closed, if it ever is."""
    found: list[Span] = []
    carried: int | None = None
    for paragraph in paragraphs:
        spans, open_at, closed_at = _pair(text, paragraph)
        if carried is not None and closed_at is not None:
            found.append(Span(carried, closed_at + 1))
            carried = None
            spans = [s for s in spans if s.start > closed_at]
        found.extend(s for s in spans if carried is None or s.start < carried)
        if open_at is not None and carried is None:
            if _closes_later(text, paragraphs, paragraph.index):
                carried = open_at
            else:
                found.append(Span(open_at, paragraph.end))
    return sorted(found, key=lambda s: s.start)


def _pair(text: str, paragraph: Span) -> tuple[list[Span], int | None, int | None]:
    """Pairs of a paragraph, the opening mark left over, the first closing mark left over."""
    stack: list[int] = []
    spans: list[Span] = []
    unmatched: int | None = None
    for place in range(paragraph.start, paragraph.end):
        kind = _mark(text, place, paragraph)
        if kind == "open":
            stack.append(place)
        elif kind == "close":
            if stack:
                start = stack.pop()
                if not stack:
                    spans.append(Span(start, place + 1))
            elif unmatched is None:
                unmatched = place
    return spans, (stack[0] if stack else None), unmatched


def _mark(text: str, place: int, paragraph: Span) -> str | None:
    char = text[place]
    if char in "\u201c\u00ab\u201e":
        return "open"
    if char in "\u201d\u00bb":
        return "close"
    if char != '"':
        return None
    before = text[place - 1] if place > paragraph.start else " "
    after = text[place + 1] if place + 1 < paragraph.end else " "
    opens = (before.isspace() or before in "([-\u2013\u2014\u201c\"'") and not after.isspace()
    return "open" if opens else "close"


def _closes_later(text: str, paragraphs: list[Paragraph], index: int, reach: int = 8) -> bool:
    for paragraph in paragraphs[index + 1 : index + 1 + reach]:
        if _pair(text, paragraph)[2] is not None:
            return True
    return False
