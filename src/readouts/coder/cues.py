"""Words that carry a stance, and which of them governs a topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readouts.coder.clauses import Clauses
from readouts.coder.items import Item
from readouts.coder.trie import Trie

_MERIT_REACH = 40
_PRAISING = frozenset({"appreciate-thanks", "appreciate-praise"})


@dataclass(frozen=True)
class Cue:
    """An entry of `stances.toml`."""

    rule: str
    kind: str
    act: str
    stance: str
    not_before: frozenset[str] = frozenset()


@dataclass(frozen=True)
class CueHit:
    """A cue in a sentence, by item indexes."""

    first: int
    last: int
    cue: Cue


@dataclass(frozen=True)
class StanceWords:
    """`stances.toml`, compiled."""

    cues: Trie[Cue]
    strength: Trie[str]
    reaffirming: Trie[str]
    negating: frozenset[str]
    unreal: Trie[str]
    adjuncts: Trie[str]
    violating: Trie[str]


@dataclass(frozen=True)
class Governor:
    """What governs a topic: the cue nearest to it, the operator above that, what they come to.

    Attributes:
        first, last: item indexes from the outermost cue to the end of the innermost.
        head: the cue that carries the subject.
        inner: the cue nearest to the topic.
        act, stance: what is said, before the polarity of the formula.
        rule: ids of the cues.
        kind: kind of the innermost cue.
    """

    first: int
    last: int
    head: CueHit
    inner: CueHit
    act: str
    stance: str
    rule: str
    kind: str

    @property
    def praises_stance(self) -> bool:
        """'thanked X for supporting Y': X is the holder, and what X does is told."""
        return self.inner.cue.kind == "stance" and self.head.cue.rule in _PRAISING


def find_cues(items: Sequence[Item], words: StanceWords) -> list[CueHit]:
    """The cues of a sentence in order, none inside another."""
    found = [CueHit(h.start, h.end, h.value) for h in words.cues.every([i.keys for i in items])]
    kept = [
        c for c in found
        if not any(o is not c and o.first <= c.first and c.last <= o.last and (o.last - o.first) > (c.last - c.first) for o in found)
    ]  # fmt: skip
    return sorted((c for c in kept if _fits(c, items)), key=lambda c: (c.first, c.last, c.cue.rule))


def _fits(cue: CueHit, items: Sequence[Item]) -> bool:
    """Not 'welcomed the president', not 'projects implemented by'."""
    behind = cue.last
    while behind < len(items) and items[behind].low in ("the", "a", "an", "his", "her"):
        behind += 1
    if behind >= len(items):
        return not cue.cue.not_before
    if any(key in cue.cue.not_before for key in items[behind].keys):
        return False
    passive = (
        items[behind].low == "by"
        and cue.cue.kind in ("deed", "stance")
        and items[cue.last - 1].low.endswith("ed")
    )
    return not passive


def adjunct_at(place: int, cue: CueHit, items: Sequence[Item], words: StanceWords, clauses: Clauses) -> bool:
    """Whether a topic stands in an adjunct behind the cue ('within the framework of ...'), not in its object."""
    for hit in words.adjuncts.every([i.keys for i in items[cue.last : place]]):
        between = items[cue.last + hit.end : place]
        infinitive = any(
            a.low == "to" and clauses.verbs.is_verb(b.low) for a, b in zip(between, between[1:], strict=False)
        )
        if not infinitive and not any(i.low == "," for i in between):
            return True
    return False


def governor(first: int, last: int, cues: Sequence[CueHit], clauses: Clauses) -> Governor | None:
    """What governs the words at items `first` to `last`: cues before them in the same chain, else behind them."""
    chain = _chain(first, cues, clauses)
    if chain:
        return _combined(chain, clauses)
    return merit(last, cues, clauses)


def outer_governor(first: int, cues: Sequence[CueHit], items: Sequence[Item]) -> Governor | None:
    """The cue under which a clause of its own is asserted: 'recognises that A, that B and that C'."""
    for cue in reversed([c for c in cues if c.last <= first and c.cue.kind == "stance"]):
        if any(i.low == "that" for i in items[cue.last : min(cue.last + 5, first)]):
            return _single(cue)
    return None


def merit(last: int, cues: Sequence[CueHit], clauses: Clauses) -> Governor | None:
    """The merit said behind a topic that is itself the subject ('has achieved great results')."""
    behind = [c for c in cues if c.cue.kind == "merit" and last <= c.first <= last + _MERIT_REACH]
    behind = [
        c for c in behind if not _new_clause(last, c.first, clauses) or _told_of(last, c.first, clauses)
    ]
    return _single(behind[0]) if behind else None


def _told_of(last: int, first: int, clauses: Clauses) -> bool:
    """'the corridor, which will contribute to': the relative clause is about the topic."""
    cuts = [s for s in clauses.segments if last <= s.first < first]
    return len(cuts) == 1 and cuts[0].kind == "relative" and cuts[0].first - last <= 1


def _chain(first: int, cues: Sequence[CueHit], clauses: Clauses) -> list[CueHit]:
    """Cues before the topic without a new subject between, innermost first."""
    before = [c for c in cues if c.last <= first and c.cue.kind != "merit"]
    chain: list[CueHit] = []
    place = first
    for cue in reversed(before):
        if _new_clause(cue.last, place, clauses):
            break
        chain.append(cue)
    return chain


def _new_clause(start: int, stop: int, clauses: Clauses) -> bool:
    """Whether a clause with a subject and verb of its own begins between two items."""
    for segment in clauses.segments:
        if start <= segment.first < stop:
            if segment.kind in ("that", "coordinate", "comma", "subordinate") and clauses.starts_clause(
                segment.first + (segment.kind in ("that", "coordinate", "subordinate"))
            ):
                return True
            if segment.kind == "relative":
                return True
    return False


def _combined(chain: Sequence[CueHit], clauses: Clauses) -> Governor | None:
    inner = chain[0]
    if inner.cue.kind == "operator":
        return _governor(inner, _outermost(inner, chain, clauses))
    finite = _is_finite(inner, clauses)
    operator = next(
        (c for c in chain[1:] if c.cue.kind == "operator" and not _parted(c, inner, chain, clauses)), None
    )
    if operator and (upheld := _upheld(operator, chain)):
        return _governor(upheld, upheld)
    if operator and (not finite or operator.last >= inner.first - 1):
        return _governor(inner, _outermost(operator, chain[chain.index(operator) :], clauses))
    if inner.cue.kind == "stance":
        return _governor(inner, inner)
    upper = next((c for c in chain[1:] if c.cue.kind == "stance" and not finite), None)
    return _governor(upper, upper) if upper else _governor(inner, inner)


def _upheld(operator: CueHit, chain: Sequence[CueHit]) -> CueHit | None:
    """'support for X's efforts to ...': the support is the stance, X's efforts are what it is for."""
    behind = chain[chain.index(operator) + 1 :]
    outer = behind[0] if behind else None
    close = outer is not None and outer.cue.kind == "stance" and operator.first - outer.last <= 3
    return outer if close and operator.cue.rule == "assert-interest" else None


def _outermost(operator: CueHit, chain: Sequence[CueHit], clauses: Clauses) -> CueHit:
    """'will strive to', 'ready to contribute to efforts to': the outer operator tells the act, if the inner is no
    finite verb of its own."""
    current = operator
    for outer in chain[chain.index(operator) + 1 :]:
        if outer.cue.kind != "operator":
            if _is_finite(outer, clauses):
                break
            continue
        near = outer.last >= current.first - 2
        if not near and (_is_finite(current, clauses) or _has_comma(outer.last, current.first, clauses)):
            break
        current = outer
    return current


def _has_comma(first: int, last: int, clauses: Clauses) -> bool:
    between = clauses.items[first : last + 1]
    if any(i.low in (",", ";") for i in between):
        return True
    return any(
        a.low == "and" and clauses.verbs.is_verb(b.low) for a, b in zip(between, between[1:], strict=False)
    )


def _parted(outer: CueHit, inner: CueHit, chain: Sequence[CueHit], clauses: Clauses) -> bool:
    """Whether a finite verb of the chain stands between operator and cue, so that the operator does not reach it."""
    between = [c for c in chain if outer.last <= c.first < inner.first and c is not inner]
    return any(_is_finite(c, clauses) and c.cue.kind != "operator" for c in between)


def _is_finite(cue: CueHit, clauses: Clauses) -> bool:
    """Whether the cue is a finite verb with a subject of its own."""
    before = clauses.items[cue.first - 1].low if cue.first else ""
    return clauses.items[cue.first].low in clauses.verbs.finite_only and before not in (
        "to",
        "be",
        "been",
        "is",
        "are",
        "being",
    )


def _governor(inner: CueHit, outer: CueHit) -> Governor:
    act = outer.cue.act if outer.cue.kind == "operator" else inner.cue.act
    rule = inner.cue.rule if inner is outer else f"{outer.cue.rule}+{inner.cue.rule}"
    first = min(inner.first, outer.first)
    return Governor(
        first, max(inner.last, outer.last), outer, inner, act, inner.cue.stance, rule, inner.cue.kind
    )


def _single(cue: CueHit) -> Governor:
    return Governor(cue.first, cue.last, cue, cue, cue.cue.act, cue.cue.stance, cue.cue.rule, cue.cue.kind)
