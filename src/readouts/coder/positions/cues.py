"""Words that carry a stance, where they stand in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import OBJECT_DETERMINERS, POSSESSIVES, is_adverb
from readouts.coder.clauses.items import low_at, past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.text.trie import Trie


@dataclass(frozen=True)
class Cue:
    """An entry of `stances.toml`."""

    rule: str
    kind: str
    act: str
    stance: str
    not_before: frozenset[str] = frozenset()
    praises: bool = False
    aims: bool = False
    finite_act: str | None = None
    light: bool = False
    outward: bool = False
    deed_act: str | None = None


@dataclass(frozen=True)
class CueHit:
    """A cue in a sentence, by item indexes."""

    first: int
    last: int
    cue: Cue

    @property
    def is_operator(self) -> bool:
        """Whether it says how the speaker stands to a deed or thing ('is ready to')."""
        return self.cue.kind == "operator"

    @property
    def is_stance(self) -> bool:
        """Whether it endorses or rejects by itself ('supports')."""
        return self.cue.kind == "stance"


@dataclass(frozen=True)
class StanceWords:
    """`stances.toml`, compiled."""

    cues: Trie[Cue]
    strength: Trie[str]
    reaffirming: Trie[str]
    remaining: Trie[str]
    deeds: frozenset[str]
    negating: frozenset[str]
    unreal: frozenset[str]
    rumoured: Trie[str]
    sought: frozenset[str]
    adjuncts: Trie[str]
    violating: Trie[str]
    nouns: frozenset[str]
    appreciating: Trie[str]


def find_cues(items: Sequence[Item], words: StanceWords) -> list[CueHit]:
    """The cues of a sentence in order, none inside another."""
    found = _matches(items, words)
    fitting = (cue for cue in _outermost(found) if _fits(cue, items))
    return sorted(fitting, key=lambda cue: (cue.first, cue.last, cue.cue.rule))


def _matches(items: Sequence[Item], words: StanceWords) -> list[CueHit]:
    """Phrases of the lexicon; adverbs inside a phrase are passed over ('stands firmly for')."""
    kept = [k for k, item in enumerate(items) if not is_adverb(item.low)]
    found = words.cues.every_across([item.keys for item in items], kept)
    longest = {start: max(end for first, end, _ in found if first == start) for start, _, _ in found}
    hits = [CueHit(start, end, cue) for start, end, cue in found if end == longest[start]]
    return sorted(hits, key=lambda hit: (hit.first, hit.last, hit.cue.rule))


def _outermost(cues: Sequence[CueHit]) -> list[CueHit]:
    """Without cues inside one that begins before them; `cues` are in order, all of a place equally long."""
    kept: list[CueHit] = []
    first, reach, reach_here = -1, 0, 0
    for cue in cues:
        if cue.first > first:
            first, reach, reach_here = cue.first, max(reach, reach_here), cue.last
        if cue.last > reach:
            kept.append(cue)
    return kept


def _fits(hit: CueHit, items: Sequence[Item]) -> bool:
    """Not 'welcomed the president', not 'projects implemented by'."""
    behind = past(items, hit.last, OBJECT_DETERMINERS)
    if behind >= len(items):
        return not hit.cue.not_before
    if not hit.cue.not_before.isdisjoint(items[behind].keys) or _is_plural(hit, items):
        return False
    return hit.is_operator or hit.cue.kind == "merit" or not _is_passive(hit, low_at(items, behind), items)


def _is_plural(hit: CueHit, items: Sequence[Item]) -> bool:
    """Whether a form in -s is a noun: 'its interests and values'."""
    place = hit.first
    if hit.last - place > 1 or not items[place].low.endswith("s"):
        return False
    is_joined = low_at(items, place - 1) == "and" and low_at(items, place - 2).endswith("s")
    return is_joined and low_at(items, place - 3) in POSSESSIVES


def _is_passive(hit: CueHit, behind: str, items: Sequence[Item]) -> bool:
    return behind == "by" and items[hit.last - 1].low.endswith("ed")
