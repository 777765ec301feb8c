"""Tokens and phrases over a text that stays untouched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.coder.text.tokens import is_capitalised, normalise, tokenise, words


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("China's one-China principle", ["China", "'s", "one", "-", "China", "principle"]),
        ("China\u2019s", ["China", "'s"]),
        ("the states' rights", ["the", "states", "'", "rights"]),
        ("Isn't it?", ["Isn't", "it", "?"]),
        ("the U.S. in D.C.", ["the", "U.S.", "in", "D.C."]),
        ("1,250.5 tonnes", ["1,250.5", "tonnes"]),
        ("14:30", ["14", ":", "30"]),
        ("\u201cwell\u201d \u2014 no", ['"', "well", '"', "-", "no"]),
        ("chargé d'affaires", ["chargé", "d'affaires"]),
        ("Elnur\u00a0Aliyev", ["Elnur", "Aliyev"]),
        ("", []),
    ],
)
def test_a_text_falls_into_words_and_marks(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenise(normalise(text))] == tokens


@given(st.text())
def test_normalising_keeps_every_offset(text: str) -> None:
    assert len(normalise(text)) == len(text)


@given(st.text())
def test_tokens_cover_all_but_blanks_and_underscores_in_order(text: str) -> None:
    plain = normalise(text)
    covered = {place for token in tokenise(plain) for place in range(token.start, token.end)}
    assert all(char.isspace() for place, char in enumerate(plain) if place not in covered)
    ends = [0, *(token.end for token in tokenise(plain))]
    assert all(token.start >= end for token, end in zip(tokenise(plain), ends, strict=False))


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_a_token_is_what_stands_at_its_offsets(text: str, start: int, length: int) -> None:
    plain = normalise(text)
    for token in tokenise(plain, start, min(len(plain), start + length)):
        assert plain[token.start : token.end] == token.text
        assert token.low == token.text.casefold()


def test_a_phrase_has_the_look_up_forms_of_its_tokens() -> None:
    assert words("The \u201cOne-China\u201d Policy") == ("the", '"', "one", "-", "china", '"', "policy")


@pytest.mark.parametrize(
    ("word", "told"), [("Łódź", True), ("Évian", True), ("oslo", False), ("", False), ("5th", False)]
)
def test_a_capital_is_one_in_any_script(word: str, told: bool) -> None:
    assert is_capitalised(word) is told
