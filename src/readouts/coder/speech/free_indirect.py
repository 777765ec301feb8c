"""Free indirect speech: a paragraph that goes on in the words of who spoke in the one before.

News tells in the past what was done; a read-out that leaves out 'he said' keeps the speaker's present:
'China is willing to ...', 'The two sides should ...'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import AUXILIARY, FIRST_PERSON, MODALS

if TYPE_CHECKING:
    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.speech.voices import Voice

_OWN_TENSES = ("has", "have")


def goes_on(reading: Reading, voice: Voice) -> bool:
    """Whether the first sentence of a paragraph goes on in the words of who spoke last.

    Args:
        reading: the sentence.
        voice: the last voice of the paragraph before.
    """
    if reading.verbs and any(_is_person(i) for i in reading.clauses.subject(reading.verbs[0].start) or ()):
        return False
    main = reading.clauses.segments[0] if reading.clauses.segments else None
    if main is None or reading.sentence.paragraph.zone != "body":
        return False
    subject = reading.clauses.first_actor_item(main.first, len(reading.items))
    verb = _first_finite(reading, subject)
    if verb is None or not reading.clauses.verbs.is_present(verb):
        return False
    if subject is None:
        return verb in MODALS
    if _is_own(subject, voice):
        return True
    return verb not in _OWN_TENSES and (
        subject.is_mention("group") or (verb in MODALS and not _is_person(subject))
    )


def _first_finite(reading: Reading, subject: Item | None) -> str | None:
    """The first finite form behind the subject."""
    verbs = reading.clauses.verbs
    first = reading.items.index(subject) + 1 if subject else 0
    behind = (item.low for item in reading.items[first:] if item.mention is None)
    return next((low for low in behind if low in AUXILIARY or low in verbs.finite or low in verbs.base), None)


def _is_own(subject: Item, voice: Voice) -> bool:
    """Whether a subject is 'we' or the side of who spoke."""
    if subject.low in FIRST_PERSON:
        return True
    sides = {speaker.speaks_for for speaker in voice.speakers}
    entities = subject.mention.entities if subject.mention else []
    return any(entity.kind != "person" and entity.code in sides for entity in entities)


def _is_person(item: Item) -> bool:
    return item.is_mention("person", "office", "name") or item.low in ("he", "she")
