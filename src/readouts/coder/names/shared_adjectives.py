"""An adjective that several states share ('Congolese', 'Guinean') is of the one that the article names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from readouts.coder.names.model import Mention


def settle_shared_adjectives(mentions: Sequence[Mention], shared: Mapping[str, tuple[str, ...]]) -> None:
    """Give mentions and offices with a shared adjective the state that alone of the sharers is named.

    Args:
        mentions: those of an article; changed in place.
        shared: by the adjective in small letters, the states that share it.
    """
    named = {mention.code for mention in mentions if mention.kind == "state" and mention.code}
    for mention in mentions:
        for sharers in _sharers(mention, shared):
            told = [code for code in sharers if code in named]
            if len(told) == 1 and mention.kind != "state":
                _change(mention, sharers, told[0])


def _sharers(mention: Mention, shared: Mapping[str, tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    words = (token.low for token in mention.sentence.tokens[mention.first : mention.last])
    return [shared[word] for word in words if word in shared]


def _change(mention: Mention, sharers: tuple[str, ...], code: str) -> None:
    mention.code = code if mention.code in sharers else mention.code
    mention.codes = tuple(code if c in sharers else c for c in mention.codes)
    mention.offices = tuple(
        replace(office, owner=code) if office.owner in sharers else office for office in mention.offices
    )
