"""Where a topic of the codebook is named: its formulas, found by the lexicon."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from readouts.coder.clauses.items import low_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.text.tokens import Token
    from readouts.coder.text.trie import Hit, Trie

_QUOTES = ("'", '"')
_PHRASE_REACH = 3
_COMPANION_REACH = 8
_OWNER_REACH = 4


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
        requires_topic: counts only where the article names the topic otherwise, too ('your initiative').
        only_names: names its topic and is no stance on it ('war' before 'dialogue').
        yields_to: topics that come before it under the same cue.
        not_under: cues under which it does not count.
        addressee: counts only where this state is spoken to.
        only_acts: counts only with these acts.
        only_under: counts only under these cues.
        or_after: words before it that do as well as a companion ('our independence').
        target: the target where the wording fixes it.
        stance: the stance where the wording fixes it.
        of_only: what 'of' behind it may name besides an actor ('the sovereignty of parliament' is none).
        only_headed: counts only where one of these cues carries the subject ('ready to ...').
        of_none: is about no state in particular (a treaty of all).
        needs_target: tells of any quarrel or works; counts only where whose they are is named.
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
    only_names: bool = False
    yields_to: frozenset[str] = frozenset()
    not_under: frozenset[str] = frozenset()
    of_only: frozenset[str] = frozenset()
    needs_target: bool = False
    only_headed: frozenset[str] = frozenset()
    of_none: bool = False


@dataclass(frozen=True)
class Topic:
    """A topic of the codebook.

    Attributes:
        target: what is at issue (see `targets.py`).
        general: gives way to a particular topic in the same phrase, but for those it stands `beside`.
        organisations: formulas are the regional organisations of `organisations.csv`.
        not_under: cues that make no position of it.
        is_field: inside a list of fields of cooperation it is one of them, and no topic.
        disputed: the states whose doings are in dispute, for wordings that name none of them.
        not_before, not_after: words behind, and phrases of two words before, the name of an organisation
            that make it something else ('the SCO summit', 'cooperation with ASEAN').
    """

    code: str
    target: str
    general: bool = False
    organisations: bool = False
    beside: tuple[str, ...] = ()
    not_under: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    is_field: bool = False
    disputed: tuple[str, ...] = ()

    @property
    def fixed_target(self) -> str | None:
        """The state that is always at issue."""
        return self.target if self.target.isupper() else None


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

    @cached_property
    def of_one_target(self) -> frozenset[str]:
        """The topics of which a sentence tells one target: the general one, and conflicts."""
        topics = self.topics.items()
        return frozenset(code for code, topic in topics if topic.general or topic.target == "parties")

    def find(self, items: Sequence[Item], tokens: Sequence[Token], text: str) -> list[TopicHit]:
        """All formulas named in a sentence; of several over the same words the longest.

        Args:
            items: the items of the sentence.
            tokens: the tokens of the sentence.
            text: the normalised text of the article, for the case of acronyms.
        """
        found = [*self._by_words(items, tokens), *self._by_classes(items), *self._organisations(items)]
        kept = [hit for hit in _longest(found) if _fits(hit, items, text)]
        accompanied = (hit for hit in kept if _is_accompanied(hit, kept, items))
        return sorted(accompanied, key=lambda hit: (hit.first, hit.last, hit.formula.rule))

    def _by_words(self, items: Sequence[Item], tokens: Sequence[Token]) -> Iterator[TopicHit]:
        hits = self.words.every_of_words([token.low for token in tokens])
        if hits:
            item_of = _item_of_tokens(items, tokens)
            for hit in hits:
                yield _hit(hit, item_of[hit.start], item_of[hit.end - 1] + 1)

    def _by_classes(self, items: Sequence[Item]) -> Iterator[TopicHit]:
        for hit in self.classes.every([item.keys for item in items]):
            yield _hit(hit, hit.start, hit.end)

    def _organisations(self, items: Sequence[Item]) -> Iterator[TopicHit]:
        """Regional organisations, which are a topic by being named."""
        topics = [topic for topic in self.topics.values() if topic.organisations]
        for place, item in enumerate(items):
            mention = item.mention
            if mention and mention.kind == "organisation" and mention.code in self.regional:
                for topic in topics:
                    is_other = low_at(items, place + 1) in topic.not_before
                    if not is_other and not _stands_behind(items, place, topic.not_after):
                        formula = Formula(f"{topic.code}/named", topic.code)
                        yield TopicHit(place, place + 1, formula, mention.code)


def _hit(hit: Hit[Formula], first: int, last: int) -> TopicHit:
    return TopicHit(first, last, hit.value, None, hit.end - hit.start)


def _item_of_tokens(items: Sequence[Item], tokens: Sequence[Token]) -> list[int]:
    """For each token the index of its item."""
    found: list[int] = []
    place = 0
    for token in tokens:
        while items[place].end <= token.start:
            place += 1
        found.append(place)
    return found


def _longest(hits: Sequence[TopicHit]) -> list[TopicHit]:
    """Without hits that lie inside a longer one of the same topic."""
    by_topic: defaultdict[str, list[TopicHit]] = defaultdict(list)
    for hit in hits:
        by_topic[hit.formula.topic].append(hit)
    return [hit for hit in hits if not any(_is_inside(hit, o) for o in by_topic[hit.formula.topic])]


def _is_inside(hit: TopicHit, other: TopicHit) -> bool:
    """Whether a hit lies inside one of more items, or of more words."""
    if other.first > hit.first or hit.last > other.last:
        return False
    return (other.last - other.first, other.size) > (hit.last - hit.first, hit.size)


def _fits(hit: TopicHit, items: Sequence[Item], text: str) -> bool:
    """Whether the words around and the spelling make it the topic, and not something else."""
    formula = hit.formula
    behind = next((item.low for item in items[hit.last :] if item.low not in _QUOTES), "")
    if low_at(items, hit.first - 1) in formula.not_after or behind in formula.not_before:
        return False
    phrase = " ".join(item.low for item in items[hit.last : hit.last + _PHRASE_REACH])
    if any(phrase.startswith(other) for other in formula.not_before if " " in other):
        return False
    if behind == "of" and formula.of_only and not _is_of_state(hit, items):
        return False
    if _is_common(formula.case) and items[hit.first].mention is not None:
        return False  # a word of a name
    if hit.first == 0:
        return True  # a capital says nothing where the sentence begins
    written = text[items[hit.first].start : items[hit.last - 1].end]
    return not any(form.lower() == written.lower() and form != written for form in formula.case)


def _stands_behind(items: Sequence[Item], place: int, phrases: frozenset[str]) -> bool:
    """Whether one of some phrases of two words stands before an item."""
    return f"{low_at(items, place - 2)} {low_at(items, place - 1)}" in phrases


def _is_common(forms: Sequence[str]) -> bool:
    """Whether forms that count only as written are common words."""
    return bool(forms) and all(form.islower() for form in forms)


def _is_of_state(hit: TopicHit, items: Sequence[Item]) -> bool:
    """Whether an actor, or a word for states, stands close behind the formula and its 'of'."""
    close = items[hit.last + 1 : hit.last + 1 + _OWNER_REACH]
    return any(item.mention is not None or item.low in hit.formula.of_only for item in close)


def _is_accompanied(hit: TopicHit, hits: Sequence[TopicHit], items: Sequence[Item]) -> bool:
    """Whether a formula that needs a companion has one near by, or a word that does as well."""
    formula = hit.formula
    if not formula.companion or low_at(items, hit.first - 1) in formula.or_after:
        return True
    wanted = {f"{formula.topic}/{name}" for name in formula.companion}
    return any(other.formula.rule in wanted and _is_near(hit, other) for other in hits)


def _is_near(hit: TopicHit, other: TopicHit) -> bool:
    return min(abs(other.first - hit.last), abs(hit.first - other.last)) <= _COMPANION_REACH
