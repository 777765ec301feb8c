"""Longest match of phrases over words and classes of mentions; spans found by position."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readouts.coder.text.spans import Span, SpanIndex
from readouts.coder.text.trie import Hit, Trie

PLACES = st.integers(0, 3000)
SPANS = st.lists(st.tuples(PLACES, PLACES).map(lambda ends: Span(min(ends), max(ends))), max_size=20)


def trie(*phrases: str) -> Trie[str]:
    made: Trie[str] = Trie()
    for phrase in phrases:
        made.add(phrase.split(), phrase)
    return made


def keys(text: str) -> list[tuple[str, ...]]:
    """Words; 'Peru/@state' offers the word and its class."""
    return [tuple(word.split("/")) for word in text.split()]


def test_the_longest_phrase_wins() -> None:
    assert trie("ready", "ready to", "ready to help").longest(keys("ready to go"), 0) == (2, ["ready to"])


def test_a_phrase_that_is_only_begun_is_none() -> None:
    assert trie("ready to help").longest(keys("ready to go"), 0) is None


def test_there_is_no_phrase_behind_the_end() -> None:
    assert trie("ready").longest(keys("ready"), 1) is None


def test_a_class_matches_as_well_as_the_word() -> None:
    found = trie("talks with @state", "talks with peru").longest(keys("talks with peru/@state"), 0)
    assert found == (3, ["talks with peru", "talks with @state"])


def test_every_place_gives_its_longest_phrase() -> None:
    found = trie("a b", "b", "b c d").every(keys("a b c"))
    assert found == [Hit(0, 2, "a b"), Hit(1, 2, "b")]


def test_a_phrase_may_have_several_values_in_the_order_of_adding_and_each_once() -> None:
    made: Trie[int] = Trie()
    for value in (3, 1, 3):
        made.add(["a"], value)
    assert made.every([["a"]]) == [Hit(0, 1, 3), Hit(0, 1, 1)]


def test_a_phrase_is_found_across_places_that_are_passed_over_and_counted_in_the_whole() -> None:
    across = trie("a b", "x").every_across(keys("x a x b"), kept=[1, 3])
    assert across == {Hit(0, 1, "x"), Hit(2, 3, "x"), Hit(1, 4, "a b")}


def test_a_phrase_occurs_anywhere_or_nowhere() -> None:
    assert trie("b c").occurs(keys("a b c"))
    assert not trie("b c").occurs(keys("a c b"))


@given(SPANS, PLACES)
def test_the_index_finds_the_spans_that_cover_a_position(spans: list[Span], position: int) -> None:
    assert SpanIndex(spans).covering(position) == [s for s in spans if s.start <= position < s.end]


@given(SPANS, PLACES, PLACES)
def test_the_index_finds_the_spans_that_meet_a_stretch(spans: list[Span], a: int, b: int) -> None:
    start, end = min(a, b), max(a, b)
    expected = {s for s in spans if s.start < end and start < s.end}
    assert set(SpanIndex(spans).meeting(start, end)) == expected
