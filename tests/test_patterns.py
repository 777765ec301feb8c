"""The pattern language of the lexicon: what a pattern stands for, and why one cannot be read."""

from __future__ import annotations

import pytest

from readouts.coder.lexicon.inflection import Forms, forms
from readouts.coder.lexicon.patterns import PatternError, expand

IRREGULAR = {"uphold": Forms("uphold", ("upholds", "upheld"), ("upheld",), "upholding")}


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        ("one-China policy", ["one - china policy"]),
        ("(north|south) pole", ["north pole", "south pole"]),
        ("the [very] beginning", ["the very beginning", "the beginning"]),
        ("[all] (a|b [c])", ["all a", "all b c", "all b", "a", "b c", "b"]),
        ("relations with @state", ["relations with @state"]),
        ("<plan> to", ["plan to", "plans to", "planned to", "planning to"]),
        ("<uphold>", ["uphold", "upholds", "upheld", "upholding"]),
        ("<uphold:ing>", ["upholding"]),
        ("<uphold:fin>", ["uphold", "upholds", "upheld"]),
        ("<agree:base> on", ["agree on"]),
        ("<agree:past>", ["agreed"]),
        ("<uphold:ed>", ["upheld"]),
        ("a|a", ["a"]),
        ("[very]", ["very"]),
    ],
)
def test_a_pattern_stands_for_phrases(pattern: str, phrases: list[str]) -> None:
    assert [" ".join(sequence) for sequence in expand(pattern, IRREGULAR)] == phrases


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("(north|south pole", r"'\)' is missing"),
        ("north) pole", r"'\)' at 5 closes nothing"),
        ("(north] pole", r"'\]' at 6 closes nothing"),
        ("", "no words at all"),
        ("<plan:future>", "'future' is no verb form"),
        ("< to", "cannot read"),
        (" ".join(["(a|b|c|d|e|f|g|h|i|j)"] * 5), "more than 20000 phrases"),
    ],
)
def test_a_pattern_that_cannot_be_read_says_why(pattern: str, message: str) -> None:
    with pytest.raises(PatternError, match=message):
        expand(pattern, IRREGULAR)


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("support", "support supports supported supporting"),
        ("stop", "stop stops stopped stopping"),
        ("develop", "develop develops developed developing"),
        ("carry", "carry carries carried carrying"),
        ("enjoy", "enjoy enjoys enjoyed enjoying"),
        ("agree", "agree agrees agreed agreeing"),
        ("pledge", "pledge pledges pledged pledging"),
        ("stress", "stress stresses stressed stressing"),
        ("tax", "tax taxes taxed taxing"),
        ("uphold", "uphold upholds upheld upholding"),
    ],
)
def test_the_forms_of_a_verb(lemma: str, expected: str) -> None:
    assert " ".join(forms(lemma, IRREGULAR).every) == expected
