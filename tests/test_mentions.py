"""Who is named in a sentence, and how. The cases are lines of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from case_tables import cases, title
from coder_bench import read_cases
from read_sentences import findings, words_of
from readouts.coder.names import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readouts.coder.names.mention_context import MentionContext
    from readouts.coder.names.model import Mention, Office


def told(mention: Mention) -> str:
    return "+".join(mention.codes) or mention.name or mention.code or ""


def office(stated: Office) -> str:
    """'ambassador (PER to CHL)': the words, whom it serves, to whom it is accredited."""
    accredited = f" to {stated.accredited_to}" if stated.accredited_to else ""
    return f"{stated.text} ({stated.owner or '?'}{accredited})"


@pytest.mark.parametrize(("case", "expected"), cases("mentions.tsv", given=1), ids=title)
def test_the_mentions_of_a_sentence(case: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    (text,) = case
    found = [
        (words_of(text, m), m.kind, told(m), "; ".join(office(each) for each in m.offices))
        for m in findings(text).mentions
    ]
    assert found == expected


def test_no_mention_opens_where_none_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [case.article().text for case in read_cases()]
    looked_for = [[told_whole(m) for m in findings(text).mentions] for text in texts]
    monkeypatch.setattr(mentions, "_openings", everywhere)
    assert [[told_whole(m) for m in findings(text).mentions] for text in texts] == looked_for


def told_whole(mention: Mention) -> tuple[object, ...]:
    return mention.start, mention.end, mention.kind, told(mention), [office(o) for o in mention.offices]


def everywhere(context: MentionContext, kinds: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    return ((place, kinds) for place in range(len(context.row)))
