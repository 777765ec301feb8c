"""Where a topic of the codebook is named: its formulas, found by the lexicon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readouts.coder.items import Item
from readouts.coder.tokens import Token
from readouts.coder.trie import Trie

_QUOTES = ("'", '"')


@dataclass(frozen=True)
class Formula:
    """A wording of a topic: an entry of `lexicon/topics/*.toml`.

    Attributes:
        rule: id of the entry, `topic/formula`.
        elements: codes that the wording carries.
        against_norm: the wording names what the norm is against ('Taiwan independence').
        asserted: to say it is to hold it ('Taiwan is part of China'); no other cue is needed.
        weak: says what it is about and no more; another formula under the same cue comes before it.
        companion: formulas of which one must stand near by ('independence' beside 'sovereignty').
        not_before, not_after: words behind or before it that make it something else.
        case: forms that count only as written here (acronyms).
        parties: fixed target of a named conflict.
        requires_topic: counts only where the topic was named before ('your initiative').
        addressee: counts only where this state is spoken to.
        only_acts: counts only with these acts.
        only_under: counts only under these cues.
        or_after: words before it that do as well as a companion ('our independence').
        target: the target where the wording fixes it.
        stance: the stance where the wording fixes it.
    """

    rule: str
    topic: str
    elements: tuple[str, ...] = ()
    against_norm: bool = False
    asserted: bool = False
    weak: bool = False
    companion: tuple[str, ...] = ()
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    case: tuple[str, ...] = ()
    parties: str | None = None
    requires_topic: str | None = None
    addressee: str | None = None
    only_acts: tuple[str, ...] = ()
    only_under: frozenset[str] = frozenset()
    or_after: frozenset[str] = frozenset()
    target: str | None = None
    stance: str | None = None


@dataclass(frozen=True)
class Topic:
    """A topic of the codebook.

    Attributes:
        target: what is at issue (see `targets.py`).
        general: gives way to a particular topic in the same phrase, but for those it stands `beside`.
        organisations: formulas are the regional organisations of `organisations.csv`.
        not_under: cues that make no position of it.
    """

    code: str
    target: str
    general: bool = False
    organisations: bool = False
    beside: tuple[str, ...] = ()
    not_under: frozenset[str] = frozenset()


@dataclass(frozen=True)
class TopicHit:
    """A formula in a sentence, by item indexes; `size` counts its words."""

    first: int
    last: int
    formula: Formula
    organisation: str | None = None
    size: int = 1


@dataclass(frozen=True)
class TopicIndex:
    """All formulas; `words` are matched over plain tokens, `classes` over items with mentions."""

    topics: Mapping[str, Topic]
    words: Trie[Formula]
    classes: Trie[Formula]
    regional: frozenset[str]

    def find(self, items: Sequence[Item], tokens: Sequence[Token], text: str) -> list[TopicHit]:
        """All formulas named in a sentence; of several over the same words the longest.

        Args:
            items: the items of the sentence.
            tokens: the tokens of the sentence.
            text: the normalised text of the article, for the case of acronyms.
        """
        tokens_of = _by_item(items, tokens)
        found = [
            TopicHit(tokens_of[h.start][0], tokens_of[h.end - 1][0] + 1, h.value, None, h.end - h.start)
            for h in self.words.every([(low,) for _, low in tokens_of])
        ]
        found += [
            TopicHit(h.start, h.end, h.value, None, h.end - h.start)
            for h in self.classes.every([i.keys for i in items])
        ]
        found += self._organisations(items)
        kept = [h for h in _longest(found) if _fits(h, items, text)]
        return sorted(
            (h for h in kept if _accompanied(h, kept, items)), key=lambda h: (h.first, h.last, h.formula.rule)
        )

    def _organisations(self, items: Sequence[Item]) -> list[TopicHit]:
        hits: list[TopicHit] = []
        for topic in self.topics.values():
            if not topic.organisations:
                continue
            formula = Formula(f"{topic.code}/named", topic.code)
            for place, item in enumerate(items):
                mention = item.mention
                if mention and mention.kind == "organisation" and mention.code in self.regional:
                    hits.append(TopicHit(place, place + 1, formula, mention.code))
        return hits


def _by_item(items: Sequence[Item], tokens: Sequence[Token]) -> list[tuple[int, str]]:
    """For each token the index of its item and its look-up form."""
    found: list[tuple[int, str]] = []
    place = 0
    for token in tokens:
        while items[place].end <= token.start:
            place += 1
        found.append((place, token.low))
    return found


def _longest(hits: Sequence[TopicHit]) -> list[TopicHit]:
    """Without hits that lie inside a longer one of the same topic."""
    return [
        hit
        for hit in hits
        if not any(
            other.formula.topic == hit.formula.topic
            and other.first <= hit.first
            and hit.last <= other.last
            and (other.last - other.first, other.size) > (hit.last - hit.first, hit.size)
            for other in hits
        )
    ]


def _fits(hit: TopicHit, items: Sequence[Item], text: str) -> bool:
    before = items[hit.first - 1].low if hit.first else ""
    behind = next((i.low for i in items[hit.last :] if i.low not in _QUOTES), "")
    two = " ".join(i.low for i in items[hit.last : hit.last + 3])
    formula = hit.formula
    if before in formula.not_after or behind in formula.not_before:
        return False
    if any(two.startswith(phrase) for phrase in formula.not_before if " " in phrase):
        return False
    written = text[items[hit.first].start : items[hit.last - 1].end]
    return not any(c.lower() == written.lower() and c != written for c in formula.case)


def _accompanied(hit: TopicHit, hits: Sequence[TopicHit], items: Sequence[Item], reach: int = 8) -> bool:
    before = items[hit.first - 1].low if hit.first else ""
    if not hit.formula.companion or before in hit.formula.or_after:
        return True
    wanted = {f"{hit.formula.topic}/{name}" for name in hit.formula.companion}
    return any(
        other.formula.rule in wanted
        and min(abs(other.first - hit.last), abs(hit.first - other.last)) <= reach
        for other in hits
    )
