"""What a cue comes to in its sentence: the stance, the act, and whether anything is stated at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import AUXILIARY, PHRASE_ENDS, is_adverb
from readouts.coder.clauses.items import low_at

if TYPE_CHECKING:
    from readouts.coder.positions.cues import CueHit
    from readouts.coder.positions.governor import Governor
    from readouts.coder.positions.holders import Holding
    from readouts.coder.positions.model import SentenceScene
    from readouts.coder.positions.topics import TopicHit

DENIED = "deny"
_OPPOSITE = {"support": "oppose", "oppose": "support"}
_REAFFIRMED = ("pledge", "appreciate")
_NEGATION_REACH = 3
_REAFFIRMING_REACH = 5
_PRAISED_REACH = 5
_DEED_REACH = 7
_APART = (";", ":", "that", "which", "who", "while", "but")


@dataclass(frozen=True)
class Polarity:
    """Reads stance and act in one sentence."""

    scene: SentenceScene

    def is_unreal(self, governor: Governor | None, hit: TopicHit) -> bool:
        """Questions, conditions, what is denied."""
        if self.scene.items[-1].low == "?":
            return True
        place = governor.head.first if governor else hit.first
        voice = self.scene.voice_at(place)
        if voice is not None and voice.act == DENIED:
            return True
        if voice is None and self.scene.words.stances.rumoured.occurs([i.keys for i in self.scene.items]):
            return True
        begin = self.scene.clauses.segment(place).first
        return self.scene.items[begin].low in self.scene.words.stances.unreal

    def stance(self, governor: Governor | None, hit: TopicHit) -> str:
        """The stance toward the topic: negation, violation and wordings against the norm turn it round."""
        if hit.formula.stance:
            return hit.formula.stance
        if governor is None:
            return "support"
        stance = self._toward_words(governor)
        if stance == "oppose" and self._is_violated(governor, hit):
            return "support"
        if hit.formula.against_norm and stance in _OPPOSITE:
            return "oppose" if governor.kind == "stance" and stance == "support" else "support"
        return stance

    def act(self, governor: Governor | None, holding: Holding, start: int) -> str:
        """The act of a position whose evidence begins at an offset."""
        if governor is None:
            voice = self.scene.discourse.voice_at(start)
            return "reaffirm" if voice and voice.act == "reaffirm" else "assert"
        is_praised = governor.praises_stance and holding.voice == "other"
        act = governor.inner.cue.act if is_praised else self._act_of(governor)
        if governor.finite_act and self._follows_subject(governor):
            return governor.finite_act
        if act == "demand" and self._binds_itself(governor, holding):
            return "pledge"
        if act in _REAFFIRMED and self._is_said_again(governor):
            return "reaffirm"
        return "reaffirm" if act == "assert" and self._is_reaffirmed(governor) else act

    def _act_of(self, governor: Governor) -> str:
        """The act that the cues tell, but for calls that are praised, deeds of others, stances apart."""
        inner = governor.inner.cue
        if governor.act == "demand" and self._is_praised_call(governor):
            return "appreciate"
        if governor.inner is governor.head and (deed_act := self._deed_act(governor.head)):
            return deed_act
        return inner.act if self._is_apart(governor) else governor.act

    def _is_praised_call(self, governor: Governor) -> bool:
        """'appreciates X's calls for'."""
        head = governor.head.first
        cues = (c for c in self.scene.governors.cues if c.last <= head <= c.last + _PRAISED_REACH)
        is_owned = any(low_at(self.scene.items, k) == "'s" for k in range(max(0, head - 3), head))
        return is_owned and any(cue.cue.praises for cue in cues)

    def _deed_act(self, head: CueHit) -> str | None:
        """The act of a cue that goes to a deed, also above another ('welcomed X's role to support')."""
        above = [head]
        if low_at(self.scene.items, head.first - 1) == "to":
            above += [cue for cue in self.scene.governors.cues if cue.last < head.first]
        return next((c.cue.deed_act for c in above if c.cue.deed_act and self._is_deed(c.last)), None)

    def _is_deed(self, place: int) -> bool:
        """'welcomed the important contribution of X to', not 'welcomed X playing a role'."""
        for item in self.scene.items[place : place + _DEED_REACH]:
            if item.low in self.scene.words.stances.deeds:
                return True
            if item.low in PHRASE_ENDS or self.scene.clauses.verbs.is_verb(item.low):
                return False
        return False

    def _is_apart(self, governor: Governor) -> bool:
        """'will meet X to discuss A, and steadfast U.S. support for B': a noun of stance behind a comma."""
        items, inner = self.scene.items, governor.inner
        if inner is governor.head or items[inner.first].low not in self.scene.words.stances.nouns:
            return False
        owner = self.scene.items[inner.first - 1]
        between = {item.low for item in items[governor.head.last : inner.first]}
        return "," in between and (owner.low == "'s" or owner.is_mention("adjective", "state"))

    def _toward_words(self, governor: Governor) -> str:
        """The stance toward the words behind the cue."""
        stance = governor.stance
        return _OPPOSITE.get(stance, stance) if self._is_negated(governor) else stance

    def _is_negated(self, governor: Governor) -> bool:
        cues = (cue for cue in self.scene.governors.cues if cue is not governor.inner)
        inside = {place for cue in cues for place in range(cue.first, cue.last)}
        near = range(max(0, governor.inner.first - _NEGATION_REACH), governor.inner.first)
        before = [self.scene.items[place].low for place in near if place not in inside]
        negating = self.scene.words.stances.negating
        if governor.inner.is_operator:
            before += [item.low for item in self.scene.items[governor.inner.last :][:1]]
        return "only" not in before and any(low in negating for low in before)

    def _is_violated(self, governor: Governor, hit: TopicHit) -> bool:
        """'rejects attempts to undermine X', 'condemns the violation of X'."""
        between = self.scene.items[governor.head.first : hit.last]
        return self.scene.words.stances.violating.occurs([item.keys for item in between])

    def _follows_subject(self, governor: Governor) -> bool:
        """'The sides committed to', not 'the sides are committed to'."""
        items, place = self.scene.items, governor.head.first - 1
        while place > 0 and (items[place].low == "also" or is_adverb(items[place].low)):
            place -= 1
        return place >= 0 and items[place].is_actor

    def _binds_itself(self, governor: Governor, holding: Holding) -> bool:
        """'China must safeguard its sovereignty', said by China."""
        subjects = self.scene.clauses.subject(governor.head.first) or ()
        sides = [e.code for item in subjects if item.mention for e in item.mention.entities]
        is_own = holding.voice == "self" and sides == [holding.holder]
        return is_own and governor.kind != "merit" and self._is_modal(governor)

    def _is_modal(self, governor: Governor) -> bool:
        return self.scene.items[governor.head.first].low in AUXILIARY

    def _is_said_again(self, governor: Governor) -> bool:
        """'reaffirmed its readiness to', 'reiterated the importance of', 'remains ready to'."""
        near = range(governor.first - _REAFFIRMING_REACH, governor.first)
        verbs = (hit for hit in self.scene.reading.verbs if hit.start in near)
        if any(hit.value.act == "reaffirm" for hit in verbs):
            return True
        before = self.scene.items[max(0, governor.first - 2) : governor.first]
        hits = self.scene.words.stances.remaining.every([item.keys for item in before])
        return any(hit.end == len(before) for hit in hits)

    def _is_under_reaffirming(self, governor: Governor) -> bool:
        """'reaffirmed the commitment of A and B to support', 'to reaffirm A, and their support for B'."""
        items, finite = self.scene.items, self.scene.clauses.verbs.finite_only
        verbs = {hit.start: hit.value.act for hit in self.scene.reading.verbs}
        if items[governor.head.first].low in finite:
            return False
        for place in range(governor.head.first - 1, -1, -1):
            if place in verbs:
                return verbs[place] == "reaffirm"
            if items[place].low in finite or items[place].low in _APART:
                return False
        return False

    def _is_reaffirmed(self, governor: Governor) -> bool:
        voice = self.scene.voice_at(governor.head.first)
        if (voice and voice.act == "reaffirm") or self._is_under_reaffirming(governor):
            return True
        begin = governor.first - _REAFFIRMING_REACH
        if governor.kind == "merit":  # 'continues to view it as'
            begin = min(begin, self.scene.clauses.segment(governor.first).first)
        around = self.scene.items[max(0, begin) : governor.last]
        return self.scene.words.stances.reaffirming.occurs([item.keys for item in around])
