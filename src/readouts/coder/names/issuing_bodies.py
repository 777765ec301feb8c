"""'The Council', 'Summit', 'the Committee': the organisation whose text it is, by a word of its own.

A communiqué names the organisation that issues it in its title or first sentence, and calls it by the kind of
body that speaks from there on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.names.model import Mention

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from readouts.coder.lexicon.verb_forms import VerbForms
    from readouts.coder.text.document import Document, Sentence

_TITLE = ("header", "headline")
_MAKING = ("adopted", "issued")
_FIRST_LINES = 6
_ADVERBS = ("also", "further", "once", "again", "therefore")


def with_short_names(
    document: Document,
    by_sentence: Sequence[list[Mention]],
    code: str,
    heads: Container[str],
    verbs: VerbForms,
) -> list[list[Mention]]:
    """The mentions of each sentence, with the short names of the organisation that issues the text.

    Args:
        document: the text.
        by_sentence: the mentions of each of its sentences, in order.
        code: the organisation.
        heads: words that stand for a body ('council').
        verbs: the verbs that the lexicon knows.
    """
    pairs = zip(document.sentences, by_sentence, strict=True)
    return [_merged(found, _short_names(sentence, code, heads, verbs)) for sentence, found in pairs]


def issuing_body(
    document: Document, by_sentence: Sequence[list[Mention]], known: Container[str]
) -> str | None:
    """The organisation that the title names; else the one whose act it is, or that begins its first sentence.

    Args:
        document: the text.
        by_sentence: the mentions of each of its sentences, in order.
        known: names of the organisations that the lexicon knows; one of these comes first.
    """
    rows = list(zip(document.sentences, by_sentence, strict=True))
    for sentence, found in rows[:_FIRST_LINES]:
        if _is_adopted(sentence):
            return next((body for m in found if (body := _known_body(m, known))), None)
    for sentence, found in rows:
        bodies = [code for m in found if (code := _body(m, known))]
        if sentence.paragraph.zone in _TITLE:
            if bodies:
                return next((code for code in bodies if code in known), bodies[0])
            continue
        is_subject = bool(found) and found[0].kind == "organisation" and found[0].first <= 1
        return bodies[0] if bodies and is_subject else None
    return None


def _is_adopted(sentence: Sentence) -> bool:
    """'Adopted by the Council of the Union at its meeting'."""
    lows = [token.low for token in sentence.tokens[:2]]
    return len(lows) > 1 and lows[0] in _MAKING and lows[1] == "by"


def _known_body(mention: Mention, known: Container[str]) -> str | None:
    """The organisation that a mention names, or whose organ it does."""
    body = _body(mention, known)
    if body is None or body in known:
        return body
    names = (body[start:].removesuffix(")").partition(" (")[0] for start in _starts(body))
    return next((name for name in names if name in known), body)


def _starts(name: str) -> Iterator[int]:
    return (place for place, letter in enumerate(name) if letter.isupper())


def _body(mention: Mention, known: Container[str]) -> str | None:
    """The organisation that a mention names, be it by an organ of it ('the OIC Executive Committee')."""
    if mention.kind == "organisation":
        return mention.code
    owners = (office.owner for office in mention.offices)
    return next((owner for owner in owners if owner in known), None) if mention.kind == "office" else None


def _short_names(sentence: Sentence, code: str, heads: Container[str], verbs: VerbForms) -> Iterator[Mention]:
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        is_named = token.low in heads and token.text[:1].isupper()
        is_led_in = place == 0 or tokens[place - 1].low in ("the", ".", ",")
        if is_named and is_led_in and _has_verb_behind(sentence, place, verbs):
            yield Mention(token.start, token.end, "organisation", sentence, place, place + 1, code)


def _has_verb_behind(sentence: Sentence, place: int, verbs: VerbForms) -> bool:
    behind = (token.low for token in sentence.tokens[place + 1 : place + 4])
    first = next((low for low in behind if low not in _ADVERBS and not low.endswith("ly")), "")
    return first in verbs.carrying


def _merged(found: list[Mention], added: Iterator[Mention]) -> list[Mention]:
    """The mentions with those added that lie in none of them."""
    taken = {place for mention in found for place in range(mention.first, mention.last)}
    new = [mention for mention in added if mention.first not in taken]
    return sorted([*found, *new], key=lambda mention: mention.first) if new else found
