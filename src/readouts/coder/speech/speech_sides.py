"""For whom a speaker of no told office speaks: the state whose stances the words tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.items import past

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.names.model import Entity
    from readouts.coder.speech.voices import SpeechWords, Voices

_REACH = 7
_OWN_REACH = 5
_NOUN_REACH = 3
_OF_STATES = ("leader", "minister", "legislator")


def infer_speakers_sides(
    voices: Voices, readings: Sequence[Reading], words: SpeechWords, home: str | None
) -> None:
    """Tell the side of speakers who have none: by their words; in a press conference that of the outlet.

    Args:
        voices: who says what; the sides of their speakers are set.
        readings: the sentences.
        words: the lexicon of speech.
        home: the state of the outlet.
    """
    unplaced = [(s, voice.sieve == "block") for voice in voices for s in voice.speakers if _is_unplaced(s)]
    stances = [stance for reading in readings for stance in _stances(reading, words)] if unplaced else []
    told = {speaker: _side_of_words(speaker, voices, stances) for speaker, _ in unplaced}
    owned = dict(own for reading in readings for own in _owned(reading, words)) if unplaced else {}
    for speaker, in_block in unplaced:
        speaker.side = speaker.side or owned.get(speaker) or told[speaker] or (home if in_block else None)


def _owned(reading: Reading, words: SpeechWords) -> Iterator[tuple[Entity, str]]:
    """Speakers with the state whose position they tell: 'X reiterated A's position'."""
    for hit in reading.verbs:
        owner = _owner(reading, hit.end, words) or _owner_behind(reading, hit.end, words)
        for item in reading.clauses.subject(hit.start) or () if owner else ():
            if item.mention and item.mention.entity and owner:
                yield item.mention.entity, owner


def _owner(reading: Reading, place: int, words: SpeechWords) -> str | None:
    """The state whose position, views or support stand behind a verb."""
    items = reading.items
    owner = items[place].mention if place < len(items) else None
    if owner is None or owner.kind not in ("state", "adjective", "metonym"):
        return None
    behind = [item.low for item in items[place + 1 : place + _OWN_REACH]]
    is_owner = owner.kind == "adjective" or behind[:1] == ["'s"]
    return owner.code if is_owner and not words.own_nouns.isdisjoint(behind) else None


def _owner_behind(reading: Reading, place: int, words: SpeechWords) -> str | None:
    """The state behind a noun of stance: 'stressing the readiness of A to'."""
    items = reading.items
    for cursor in range(place, min(place + _NOUN_REACH, len(items) - 2)):
        if items[cursor].low in words.own_nouns and items[cursor + 1].low == "of":
            owner = items[past(items, cursor + 2, ("the",))].mention
            return owner.code if owner and owner.kind in ("state", "metonym") else None
    return None


def _is_unplaced(speaker: Entity) -> bool:
    """A person without a state: of no office, or of offices that only states give ('Foreign Minister X')."""
    if speaker.kind != "person" or speaker.side is not None:
        return False
    return all(office.kind in _OF_STATES and not office.of_body for office in speaker.offices)


def _side_of_words(speaker: Entity, voices: Voices, stances: Sequence[Item]) -> str | None:
    """The first state whose stance stands in the words of a speaker."""
    for item in stances:
        if item.mention and any(speaker in voice.speakers for voice in voices.covering(item.start)):
            return item.mention.code
    return None


def _stances(reading: Reading, words: SpeechWords) -> Iterator[Item]:
    """The states that are the subject of a verb that only their people tell ('is willing', 'supports')."""
    clauses = reading.clauses
    for segment in clauses.segments:
        item = clauses.first_actor_item(segment.first, segment.last)
        is_side = item and item.is_mention("state", "metonym") and not _is_named(reading, item)
        if item and is_side and _has_stance(reading, item, words):
            yield item


def _has_stance(reading: Reading, item: Item, words: SpeechWords) -> bool:
    behind = reading.items.index(item) + 1
    return any(i.low in words.own for i in reading.items[behind : behind + _REACH])


def _is_named(reading: Reading, item: Item) -> bool:
    """Whether an item is a word of a topic's wording ('one China policy')."""
    place = reading.items.index(item)
    return any(hit.first <= place < hit.last and hit.size > 1 for hit in reading.topics)
