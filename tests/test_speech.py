"""Who says what, sieve by sieve. The cases are lines of a table."""

from __future__ import annotations

import pytest

from case_tables import cases, title
from read_sentences import findings, name_of, words_of
from readouts.coder.speech.voices import Voice, Voices


@pytest.mark.parametrize(("case", "expected"), cases("voices.tsv", given=1), ids=title)
def test_the_voices_of_a_text(case: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    (text,) = case
    found = [
        (
            words_of(text, voice).strip().replace("\n", r"\n"),
            " + ".join(name_of(speaker) for speaker in voice.speakers),
            voice.mode,
            voice.act or "",
            voice.sieve,
        )
        for voice in findings(text).discourse.voices
    ]
    assert found == expected


def voices(*found: tuple[int, int, str]) -> Voices:
    return Voices(Voice(start, end, (), "indirect", None, sieve) for start, end, sieve in found)


@pytest.mark.parametrize(
    ("found", "sieve"),
    [
        ([], None),
        ([(0, 50, "forward"), (5, 20, "participle")], "participle"),
        ([(0, 50, "forward"), (5, 20, "carried on")], "forward"),
        ([(0, 50, "quote"), (5, 20, "backward")], "quote"),
        ([(20, 50, "forward")], None),
        ([(0, 10, "forward")], None),
    ],
)
def test_the_innermost_voice_counts_but_a_quotation_before_all_that_is_weaker(
    found: list[tuple[int, int, str]], sieve: str | None
) -> None:
    voice = voices(*found).at(10)
    assert (voice and voice.sieve) == sieve


def test_a_pronoun_means_who_spoke_last() -> None:
    text = "Foreign Minister of Poland Jan Nowak spoke. He said that fish is good."
    pronoun = next(m for m in findings(text).mentions if m.code == "he")
    assert [entity.name for entity in pronoun.entities] == ["Jan Nowak"]
    assert pronoun.reason == "pronoun"


def test_a_speaker_of_no_told_side_speaks_for_the_state_whose_stance_the_words_tell() -> None:
    text = "Jan Nowak said that Poland is ready to help."
    (voice,) = findings(text).discourse.voices
    assert [speaker.side for speaker in voice.speakers] == ["POL"]
