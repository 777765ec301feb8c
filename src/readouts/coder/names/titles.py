"""Who is meant by a title alone: the person of the article whose office it fits best."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from readouts.coder.names.model import Entity, Office

_GRADES = frozenset({"deputy", "vice", "assistant", "under", "former", "first"})


def holder_of(
    office: Office,
    owner: str | None,
    people: Iterable[Entity],
    back: Mapping[str, tuple[str, ...]],
    near: str | None = None,
) -> Entity | None:
    """The person whom the article names with a title, of its state where one is told.

    Where people of two sides hold it equally, the one of the state nearest before counts, else nobody.

    Args:
        office: the title.
        owner: the state it is of, where told.
        people: who may be meant, the likeliest first.
        back: for a head, the heads of office that it may stand for ('the diplomat' for an ambassador).
        near: the state that the same sentence named last before it.
    """
    likest = 0
    found: list[Entity] = []
    for person in people:
        for held in person.offices:
            may_be = (not owner or person.side == owner) and (held.owner or not owner)
            likeness = _likeness(office, held, back) if may_be else 0
            if likeness > likest:
                likest, found = likeness, [person]
            elif likeness == likest > 0 and person not in found:
                found.append(person)
    if len({person.side for person in found}) > 1:
        found = [person for person in found if person.side == near]
    return found[0] if found else None


def is_contained(office: Office, others: Iterable[Office]) -> bool:
    """Whether all words of an office stand in another one."""
    return any(office.words <= other.words for other in others)


def in_singular(office: Office) -> Office:
    """An office named in the plural ('the Secretary and Foreign Ministers') as that of one of them."""
    head = office.head.removesuffix("s")
    words = frozenset(head if word == office.head else word for word in office.words)
    return office if words == office.words else replace(office, head=head, words=words)


def with_office(offices: Sequence[Office], office: Office) -> list[Office]:
    """The offices of a person with one more; of two where one says the other and more, the fuller stays."""
    if office in offices or is_contained(office, offices):
        return list(offices)
    return [*(o for o in offices if not is_contained(o, [office])), office]


def _likeness(asked: Office, held: Office, back: Mapping[str, tuple[str, ...]]) -> int:
    """How well a title fits an office: 0 for not at all, more for each word they share."""
    alike = asked.head == held.head or held.head in back.get(asked.head, ()) or asked.words <= held.words
    lacks_grade = (asked.words & _GRADES) - held.words
    if not held.head or not alike or lacks_grade:
        return 0
    return 2 + 2 * len(asked.words & held.words) - len((held.words & _GRADES) - asked.words)
