"""Whose text an article is: who signs it, who 'we' are, who issued it by its title or first line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.coder.clauses.grammar import FIRST_PERSON
from readouts.coder.clauses.items import low_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readouts.coder.clauses.items import Item
    from readouts.coder.clauses.reading import Reading
    from readouts.coder.events.words import EventWords
    from readouts.coder.names.model import Entity, Mention
    from readouts.coder.names.registry import Registry
    from readouts.coder.speech.discourse import Discourse
    from readouts.coder.speech.voices import Voice
    from readouts.coder.text.trie import Trie

_TITLES = frozenset({"headline", "header", "subhead", "signature"})
_AROUND_SIGNATURE = frozenset({"by", ",", ".", ":", "-", "mr", "ms", "dr", "h.e."})
_MAKERS = frozenset({"person", "organisation", "office", "state", "plural", "group"})
_ABOUT = frozenset(
    {"on", "regarding", "concerning", "about", "against", "following", "after", "to", "at", "in"}
)
_LINKS = frozenset({"by", "of", "from", "between"})
_JOINTS = frozenset({",", "and", "of", "the", "-", "(", ")", "ministers", "foreign", "heads"})
_FIRST = 3


@dataclass(frozen=True)
class Author:
    """Who makes a text, and the sentence or line that tells it.

    `is_issued`: the text calls itself a statement of theirs, whatever else it tells.
    """

    entities: tuple[Entity, ...]
    title: Reading
    is_issued: bool = False


def author_of(body: Sequence[Reading], discourse: Discourse, words: EventWords) -> Author | None:
    """Who 'we' are, who issued the text, who signs a line of its own, or whose statement the title tells."""
    registry = discourse.registry
    lead = body[:_FIRST]
    titles = [r for r in discourse.readings if r.sentence.paragraph.zone in _TITLES]
    first = body[0].sentence.index if body else 0
    heading = [t for t in titles if t.sentence.index < first]
    for reading in lead:
        if who := _we(reading, registry):
            return Author(who, reading, is_issued=True)
    for reading in [*heading, *lead[:1]]:
        calls_itself = words.texts.issued if reading in lead else words.texts.joint_titles
        if who := _issuers(reading, calls_itself, registry):
            return Author(who, reading, is_issued=True)
    for title in titles:
        if signer := _signer(title):
            return Author((signer,), title)
    for title in heading:
        if who := _makers(title, words, registry):
            return Author(who, title)
    return None


def is_in_first_person(lead: Sequence[Reading], discourse: Discourse) -> bool:
    """Whether a text says 'we' or 'I' in nobody else's words in its first sentences."""
    items = [i for r in lead for i in r.items if i.low in FIRST_PERSON]
    return any(is_own(discourse.voice_at(i.start)) and not discourse.is_quoted(i.start) for i in items)


def is_own(voice: Voice | None) -> bool:
    """Whether the words at a place are those of the text itself, not of somebody who is heard in it."""
    return voice is None or voice.sieve == "issuer"


def sides_of(mention: Mention, registry: Registry) -> list[Entity]:
    """Whom a mention names; 'the President of A, Chancellor of B' names several."""
    owners = list(dict.fromkeys(o.owner for o in mention.offices if o.owner))
    if mention.kind == "office" and len(owners) > 1:
        return [registry.side(owner) for owner in owners]
    return mention.entities or [registry.side(code) for code in mention.codes]


def _we(reading: Reading, registry: Registry) -> tuple[Entity, ...]:
    """'We, the ministers of A, B and C, ...'."""
    items = reading.items
    place = next((k for k, i in enumerate(items) if i.low == "we" and low_at(items, k + 1) == ","), None)
    if place is None:
        return ()
    row: list[Item] = []
    for item in items[place + 2 :]:
        if item.mention is None and item.low not in _JOINTS:
            break
        row.append(item)
    return _named(row, registry)


def _issuers(reading: Reading, calls_itself: Trie[str], registry: Registry) -> tuple[Entity, ...]:
    """'joint statement by A and B', 'the following statement was released by A', 'A issued ...'."""
    hits = calls_itself.every([i.keys for i in reading.items])
    if not hits:
        return ()
    behind = _until_topic(reading.items[hits[0].end :])
    link = next((k for k, i in enumerate(behind) if i.low in _LINKS), None)
    if link is not None and (found := _named(behind[link + 1 :], registry)):
        return found
    first = next((k for k, i in enumerate(reading.items[: hits[0].start]) if i.is_actor), None)
    return _named(reading.clauses.coordinated(first), registry) if first is not None else ()


def _signer(title: Reading) -> Entity | None:
    """'X, Secretary of State': one person with an office, and nothing else."""
    if any(i.mention is None and i.low not in _AROUND_SIGNATURE for i in title.items):
        return None
    people = [i.mention for i in title.items if i.is_mention("person") and i.mention]
    others = [i for i in title.items if i.mention and not i.is_mention("person")]
    if len(people) != 1 or others or not people[0].offices:
        return None
    return people[0].entity


def _makers(title: Reading, words: EventWords, registry: Registry) -> tuple[Entity, ...]:
    """'Statement by X on Y', 'X's remarks on Y': whom the title names before what it is about."""
    if not words.texts.titles.occurs([i.keys for i in title.items]):
        return ()
    named = _named(_until_topic(title.items), registry)
    people = [e for e in named if e.kind == "person"]
    return tuple((people or named)[:1]) if people or not _are_states(named) else named


def _are_states(named: Sequence[Entity]) -> bool:
    return all(entity.kind == "state" for entity in named)


def _until_topic(items: Sequence[Item]) -> Sequence[Item]:
    end = next((k for k in range(1, len(items)) if _begins_topic(items, k)), len(items))
    return items[:end]


def _begins_topic(items: Sequence[Item], place: int) -> bool:
    """'on', but not 'on behalf of'."""
    return items[place].low in _ABOUT and low_at(items, place + 1) != "behalf"


def _named(items: Iterable[Item], registry: Registry) -> tuple[Entity, ...]:
    mentions = [i.mention for i in items if i.mention and i.mention.kind in _MAKERS]
    return tuple(dict.fromkeys(e for m in mentions for e in sides_of(m, registry)))
