"""Finds the known occasions that a text names, such as 'the last SCO summit'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from readouts.coder.dates.arithmetic import RELATIVE
from readouts.coder.dates.expressions import REACH, word_before
from readouts.coder.dates.likely import starts_with
from readouts.coder.dates.when import When
from readouts.coder.dates.words import DateWords, date_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from readouts.seeds.types import Occasion

JOIN = r"[ \t\u00a0\u202f\"\u201c\u201d\u201e\u201f'\u2018\u2019`\u00b4\u00ab\u00bb,()\u2010-\u2015-]{1,6}"
QUOTE = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb` "
PART = re.compile(r"[^\W_]+")
LETTERS_DIGITS = re.compile(r"([^\W\d_]{2,})(\d{1,3})")
NUMERIC_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
YEAR_AFTER = re.compile(r"[\s,]*\(?(?:(?:in|of)\s)?((?:19|20)\d\d)(?!\w)")
YEARS_OWN = re.compile(r"(last|this|next)\syear['\u2019]s\W*$", re.IGNORECASE)
YEAR_IN_NAME = re.compile(r"\W*\b(?:19|20)\d\d\b\W*")
FIRST_OF_EACH = re.compile(r"(?:^|[:|])([^\W_]+)")
PLACE_AFTER = re.compile(r",?\s(?:held\s)?in\s(?:the\s(?:\w+\s){0,3}of\s)?([A-Z][\w'\u2019-]+)")


@dataclass(frozen=True)
class OccasionMention:
    """A known occasion where a text names it.

    Attributes:
        start: offset of the first character of the name; words such as 'the upcoming' lie before it.
        end: offset after the last.
        occasion: the occasion.
        rule: why this one: name (no other has it), last, next, year or place (words around say so), or bare
            (of several with the name, the last one begun, or the next one if the verb looks ahead).
    """

    start: int
    end: int
    occasion: Occasion
    rule: str


def find_occasions(
    text: str,
    occasions: Sequence[Occasion],
    published: date | None,
    future: Callable[[int], bool] = lambda _: False,
) -> list[OccasionMention]:
    """The known occasions that a text names, from left to right.

    A name that several occasions have counts only where the words around or the dates tell which is meant.

    Args:
        text: any stretch of text; offsets are into it.
        occasions: what is known.
        published: day of publication, from which 'last' and 'next' are told.
        future: whether the verb at a position looks ahead.
    """
    if not occasions:
        return []
    names = _names(tuple(occasions))
    mentions = []
    end = 0
    for start in starts_with(text, names.first_words):
        found = names.pattern.match(text, start) if start >= end else None
        if found is None:
            continue
        end = found.end()
        number = int((found.lastgroup or "n0")[1:])
        chosen = _choose(
            names.occasions[number], _Said.around(found, published, future(found.start())), published
        )
        if chosen is not None:
            mentions.append(OccasionMention(found.start(), found.end(), *chosen))
    return mentions


def occasion_when(occasion: Occasion) -> When:
    """The days of an occasion."""
    return When.span(occasion.start, occasion.end, "reference")


def within(occasion: Occasion) -> When:
    """The bounds of something that took place at an occasion."""
    return When.bounded(occasion.start, occasion.end, "reference")


def bounded_by(occasion: Occasion, before: bool = True) -> When:
    """The bound that an occasion puts on what came before its first day ('upcoming'), or after its last."""
    if before:
        return When.bounded(None, occasion.start, "reference")
    return When.bounded(occasion.end, None, "reference")


@dataclass(frozen=True)
class _Said:
    """What the words around a name say: last or next, a year, a place; and whether the verb looks ahead."""

    which: str | None
    year: int | None
    place: str | None
    future: bool

    @classmethod
    def around(cls, found: re.Match[str], published: date | None, future: bool) -> _Said:
        """Read the words before and after a name."""
        text = found.string
        before = text[max(0, found.start() - REACH) : found.start()].rstrip(QUOTE)
        word = word_before(before, len(before))
        which = next((kind for kind in ("latest", "coming") if date_words().allows(kind, word)), None)
        place = PLACE_AFTER.match(text, found.end())
        named = place.group(1) if place and place.group(1) not in date_words().months else None
        return cls(which, _year_said(before, word, found, published), named, future)


def _year_said(before: str, word: str, found: re.Match[str], published: date | None) -> int | None:
    """The year that tells which: 'the 2022 ...', '... in 2022', 'last year's ...'."""
    after = YEAR_AFTER.match(found.string, found.end())
    if YEAR.fullmatch(word):
        return int(word)
    if after:
        return int(after.group(1))
    own = YEARS_OWN.search(before)
    return published.year + RELATIVE[own.group(1).lower()] if own and published else None


def _choose(
    candidates: Sequence[Occasion], said: _Said, published: date | None
) -> tuple[Occasion, str] | None:
    if said.year is not None:
        return _only([each for each in candidates if each.start.year <= said.year <= each.end.year], "year")
    if said.place and len(candidates) > 1:
        return _only([each for each in candidates if said.place in (each.place or "").split()], "place")
    rule = {"latest": "last", "coming": "next"}.get(said.which or "")
    if rule and published:
        return _told(candidates, rule, rule, published)
    if len(candidates) == 1:
        return candidates[0], rule or "name"
    return _told(candidates, "next" if said.future else "last", "bare", published) if published else None


def _only(candidates: Sequence[Occasion], rule: str) -> tuple[Occasion, str] | None:
    return (candidates[0], rule) if len(candidates) == 1 else None


def _told(
    candidates: Iterable[Occasion], which: str, rule: str, published: date
) -> tuple[Occasion, str] | None:
    """The last occasion ended by publication (a bare name: begun by then), or the next one not yet ended."""
    by_day = sorted(candidates, key=lambda each: (each.start, each.end, each.name))
    if which == "last":
        past = [each for each in by_day if (each.start if rule == "bare" else each.end) <= published]
        return (past[-1], rule) if past else None
    ahead = [each for each in by_day if each.end >= published]
    return (ahead[0], rule) if ahead else None


class _Names(NamedTuple):
    """The known names: the occasions of each, a pattern whose group `n<number>` tells which was found.

    `first_words` are the case-folded words with which one can begin.
    """

    occasions: list[list[Occasion]]
    pattern: re.Pattern[str]
    first_words: frozenset[str]


@lru_cache(maxsize=8)
def _names(occasions: tuple[Occasion, ...]) -> _Names:
    words = date_words()
    by_source: dict[str, list[Occasion]] = {}
    first_words: set[str] = set()
    for occasion in occasions:
        for form in (occasion.name, YEAR_IN_NAME.sub(" ", occasion.name), *occasion.also):
            first_words |= _first_words(form, words)
            named = by_source.setdefault(_source(form, words), [])
            if occasion not in named:
                named.append(occasion)
    sources = sorted(filter(None, by_source), key=lambda source: (-len(source), source))
    groups = "|".join(f"(?P<n{number}>{source})" for number, source in enumerate(sources))
    pattern = re.compile(rf"(?<!\w)(?:{groups})(?!\w)", re.IGNORECASE)
    return _Names([by_source[source] for source in sources], pattern, frozenset(first_words))


def _first_words(form: str, words: DateWords) -> set[str]:
    """The case-folded words with which a name can begin, of an ordinal or 'COP29' each way of writing it."""
    first = next(iter(PART.findall(form)), "")
    return {word.casefold() for word in (first, *FIRST_OF_EACH.findall(_word(first, words)))}


def _source(form: str, words: DateWords) -> str:
    """A pattern for a name, whatever quotation marks, commas or dashes stand between its words."""
    return JOIN.join(_word(part, words) for part in PART.findall(form))


def _word(part: str, words: DateWords) -> str:
    """A pattern for one word: ordinals in figures or letters, 'COP29' also as 'COP 29'."""
    if mixed := LETTERS_DIGITS.fullmatch(part):
        return rf"{re.escape(mixed[1])}[\s-]?{mixed[2]}"
    if numeric := NUMERIC_ORDINAL.fullmatch(part):
        return _ordinal(int(numeric[1]), words)
    number = words.ordinals.get(part.lower())
    return _ordinal(number, words) if number else re.escape(part)


def _ordinal(number: int, words: DateWords) -> str:
    """An ordinal in figures and in letters ('29th', 'twenty-ninth')."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    letters = [word for word, value in words.ordinals.items() if value == number]
    tens = [word for word, value in words.numbers.items() if value == number - number % 10 and value >= 20]
    ones = [word for word, value in words.ordinals.items() if value == number % 10]
    letters += [f"{ten}[- ]{one}" for ten in tens for one in ones]
    return "(?:" + "|".join([f"{number}{suffix}", *letters]) + ")"
