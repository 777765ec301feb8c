"""Who takes part in an event: the frames that `events.toml` names, read off the clause around the head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from readouts.coder.event_model import EventEntry, Part
from readouts.coder.holders import Dyad
from readouts.coder.items import Item
from readouts.coder.model import Entity
from readouts.coder.speech import Discourse, Reading, Voice

_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_SECOND = frozenset({"you", "your"})
_REACH = 16
_SKIP = frozenset({"the", "a", "an", "his", "her", "its", "visiting", "both", "new"})


@dataclass(frozen=True)
class Frames:
    """Reads the participants of the events of one sentence."""

    reading: Reading
    discourse: Discourse
    dyad: Dyad

    def parts(self, entry: EventEntry, first: int, last: int) -> list[Part] | None:
        """The participants of an event whose head stands at items `first` to `last`; None where it is no event."""
        reader: Callable[[int, int], list[Part] | None] = getattr(self, f"_{entry.frame}")
        return reader(first, last)

    @property
    def items(self) -> Sequence[Item]:
        """The items of the sentence."""
        return self.reading.items

    # frames

    def _between(self, first: int, last: int) -> list[Part] | None:
        subjects = self._subject_parts(first, "counterpart")
        objects = self._object_parts(last, "counterpart")
        parts = _unique([*subjects, *objects])
        if all(p.entity.kind == "state" for p in parts) and not self._is_official(first, last):
            return None
        return parts if len({p.entity.speaks_for or p.entity.name for p in parts}) > 1 else None

    def _is_official(self, first: int, last: int) -> bool:
        """'Georgia met Spain' may be sport: states alone need talks, or an office standing for them."""
        offices = any(i.mention and i.mention.kind in ("office", "plural") for i in self.items)
        return offices or any(i.low not in ("met", "meet", "meets") for i in self.items[first:last])

    def _received(self, first: int, last: int) -> list[Part] | None:
        hosts = self._subject_parts(first, "host")
        guests = [p for p in self._object_parts(last, "guest") if p.entity.kind == "person"]
        return _unique([*hosts, *guests]) if hosts and guests else None

    def _received_by(self, first: int, last: int) -> list[Part] | None:
        guests = self._subject_parts(first, "guest")
        hosts = self._object_parts(last, "host")
        return _unique([*hosts, *guests]) if hosts and guests else None

    def _calls_on(self, first: int, last: int) -> list[Part] | None:
        """'called on the President at ...': visited; 'called on X to ...' is a demand."""
        hosts = self._object_parts(last, "host")
        place = self._object_place(last)
        if place is None or (place + 1 < len(self.items) and self.items[place + 1].low == "to"):
            return None
        guests = self._subject_parts(first, "guest")
        return _unique([*hosts, *guests]) if hosts and guests else None

    def _visits(self, first: int, last: int) -> list[Part] | None:
        guests = [
            p for p in self._subject_parts(first, "guest") if p.entity.kind != "state" or not self._is_bare(p)
        ]
        host = self._ground(last - 1, last + 3)
        if not guests or host is None or host[0].code in {p.entity.speaks_for for p in guests}:
            return None
        return _unique([*guests, Part(host[0], "host", host[1].start, host[1].end)])

    def _held(self, first: int, last: int) -> list[Part] | None:
        hosts = self._subject_parts(first, "host") if self._is_active(first) else []
        venue = self._venue(last)
        if venue:
            hosts.append(venue)
        return _unique(hosts) or self._named(max(0, first - 2), last)

    def _signed(self, first: int, last: int) -> list[Part] | None:
        parts = self._subject_parts(first, "signatory") or self._behind("by", last, "signatory")
        parts = parts or self._behind("between", last, "signatory")
        if self._is_nominal(first):
            parts = self._both_states(first, "signatory")
        if self._is_we(first):
            parts = self._both_states(first, "signatory")
        return parts or None

    def _invites(self, first: int, last: int) -> list[Part] | None:
        voice = self._voice(first)
        if self._starts_with(first, ("thank", "thanks", "thanked", "grateful", "for")):
            return self._invited_speaker(first, voice)
        if self.items[first].low.startswith("accept"):
            return self._accepted(first)
        inviters = self._subject_parts(first, "speaker")
        guests = self._object_parts(last, "addressee")
        return _unique([*inviters, *guests]) if inviters and guests else None

    def _accepted(self, first: int) -> list[Part] | None:
        guests = self._subject_parts(first, "addressee")
        side = guests[0].entity.speaks_for if guests else None
        other = self.dyad.other(side) if side else None
        host = self.dyad.person(other) if other else None
        item = self.items[first]
        return [Part(host, "speaker", item.start, item.end), *guests] if host else guests or None

    def _issued(self, first: int, last: int) -> list[Part] | None:
        parts = self._actor_from(last, "speaker")
        return parts if len(parts) > 1 else None

    def _sends(self, first: int, last: int) -> list[Part] | None:
        senders = self._subject_parts(first, "speaker")
        addressees = self._object_parts(last, "addressee") or self._behind("to", last, "addressee")
        return _unique([*senders, *addressees]) if senders else None

    def _accredits(self, first: int, last: int) -> list[Part] | None:
        envoys = self._subject_parts(first, "guest")
        if not envoys:
            return None
        offices = [o for i in self.items[last : last + 6] if i.mention for o in i.mention.offices]
        offices += [o for p in envoys for o in p.entity.offices]
        received = [p for p in self._behind("to", last, "host") if p.entity.kind == "person"]
        if received:
            return [*envoys, *received[:1]]
        code = next((o.accredited_to for o in offices if o.accredited_to), None)
        if code is None:
            return envoys
        host = self.discourse.registry.side(code)
        shown = next(
            (i for i in self.items[last : last + 6] if i.mention and i.mention.offices), self.items[first]
        )
        return [*envoys, Part(host, "host", shown.start, shown.end)]

    def _relations(self, first: int, last: int) -> list[Part] | None:
        subjects = self._states_around(first, last)
        announcers = [p for p in self._subject_parts(first, "speaker") if p.entity.kind == "person"]
        announcers = [p for p in announcers if len(announcers) > 1] or self._announcer(first)
        return _unique([*subjects, *announcers]) if len(subjects) > 1 else None

    def _announcer(self, first: int) -> list[Part]:
        """'..., Foreign Minister X announced'."""
        voice = self._voice(first)
        if voice is None or voice.sieve != "backward":
            return []
        items = {e: i for i in self.items if i.mention for e in i.mention.entities}
        return [
            Part(s, "speaker", items[s].start, items[s].end)
            for s in voice.speakers
            if s in items and s.kind == "person"
        ]

    def _protests(self, first: int, last: int) -> list[Part] | None:
        speakers = self._subject_parts(first, "speaker")
        addressees = self._object_parts(last, "addressee") or self._nationality(last, "addressee")
        return _unique([*speakers, *addressees]) if speakers else None

    def _nationality(self, last: int, role: str) -> list[Part]:
        """'two Belarusian diplomats': the state."""
        for item in self.items[last : last + 4]:
            if item.mention and item.mention.kind == "adjective" and item.mention.entity:
                return [Part.of(item.mention.entity, role, item.mention)]
        return []

    def _states(self, first: int, last: int) -> list[Part] | None:
        for hit in sorted(self.reading.verbs, key=lambda h: abs(h.start - first)):
            if abs(hit.start - first) <= _REACH:
                parts = self._subject_parts(hit.start, "speaker")
                if parts:
                    return [p for p in parts if p.entity.kind == "person"] or parts
        return self._subject_parts(first, "speaker") or None

    def _named(self, first: int, last: int) -> list[Part] | None:
        """'the session of the General Assembly', 'the G20 summit': the body convenes it."""
        for item in self.items[first:last]:
            if item.mention and item.mention.kind == "organisation" and item.mention.entity:
                return [Part.of(item.mention.entity, "organiser", item.mention)]
        return None

    def _nominal(self, first: int, last: int) -> list[Part] | None:
        head = " ".join(i.low for i in self.items[first:last])
        if "visit" in head or "trip" in head:
            return self._visit_named(first, last)
        return self._meeting_named(first, last)

    # named events

    def _visit_named(self, first: int, last: int) -> list[Part] | None:
        guest = self._guest(first, last)
        host = self._ground(last - 1, last + 8)
        if guest is None:
            return None
        if host is None:
            facing = self.dyad.other(guest.entity.speaks_for or "")
            if facing is None or self.items[first].low in ("to", "by"):
                return None
            return [guest, Part(self.discourse.registry.side(facing), "host", guest.start, guest.end)]
        if host[0].code == guest.entity.speaks_for:
            return None
        return [guest, Part(host[0], "host", host[1].start, host[1].end)]

    def _guest(self, first: int, last: int) -> Part | None:
        """'the visit of X', 'X's visit', 'his visit', 'my visit'."""
        if (
            last < len(self.items)
            and self.items[last - 1].low.endswith("of")
            or self.items[last - 1].low == "by"
        ):
            found = self._actor_from(last, "guest")
            return found[0] if found else None
        if last < len(self.items) and self.items[last].low in ("of", "by"):
            found = self._actor_from(last + 1, "guest")
            return found[0] if found else None
        for place in range(first, max(-1, first - 3), -1):
            item = self.items[place]
            if item.mention and item.mention.kind == "pronoun":
                return self._pronoun_part(item, place, "guest")
            if item.low == "'s" and place and self.items[place - 1].mention:
                found = self._parts([self.items[place - 1]], "guest", place)
                return found[0] if found else None
        return None

    def _meeting_named(self, first: int, last: int) -> list[Part] | None:
        link = self.items[last - 1].low
        if self.items[first].low == "their":
            subjects = [p for p in self._main_subjects(first) if p.entity.kind == "person"]
            return subjects if len(subjects) > 1 else self._both_people(first)
        if self.items[last - 1].is_actor or link in ("of", "between", "with", "held"):
            found = (
                self._behind("between", last, "counterpart")
                if link == "held"
                else self._actor_from(last, "counterpart")
            )
            found = found or self._actor_from(last - 1, "counterpart")
            link = "with" if self.items[last - 1].is_actor else link
            if link == "with" and found:
                agent = self._agent(first)
                found = _unique([*([agent] if agent else []), *found])
            return found if len({p.entity.speaks_for or p.entity.name for p in found}) > 1 else None
        return None

    def _main_subjects(self, first: int) -> list[Part]:
        for segment in self.reading.clauses.segments:
            if segment.first > first or segment.first == 0:
                item = self.reading.clauses.first_actor_item(max(segment.first, 0), segment.last)
                if item and item.mention and item.mention.kind in ("person", "group", "plural"):
                    place = next(k for k, i in enumerate(self.items) if i is item)
                    return self._parts(self.reading.clauses.coordinated(place), "counterpart", place)
        return []

    def _invited_speaker(self, first: int, voice: Voice | None) -> list[Part] | None:
        """'Thank you for the invitation': the one who thanks was invited by the one spoken to."""
        guest = voice.speakers[0] if voice and voice.speakers else None
        if guest is None:
            found = self._subject_parts(first, "addressee")
            guest = found[0].entity if found else None
        if guest is None or guest.speaks_for is None:
            return None
        other = self.dyad.other(guest.speaks_for)
        host = self.dyad.person(other) if other else None
        item = self.items[first]
        parts = [Part(guest, "addressee", item.start, item.end)]
        return [Part(host, "speaker", item.start, item.end), *parts] if host else parts

    # actors around the head

    def _is_bare(self, part: Part) -> bool:
        """A state by its mere name travels in sport, not in diplomacy."""
        return any(i.start == part.start and i.mention and i.mention.kind == "state" for i in self.items)

    def _subject_parts(self, place: int, role: str) -> list[Part]:
        subjects = self.reading.clauses.subject(place)
        if subjects is None:
            return self._led_by(place, role)
        return self._parts(subjects, role, place)

    def _led_by(self, place: int, role: str) -> list[Part]:
        """'A delegation led by X paid a visit'."""
        for cursor in range(place - 1, 0, -1):
            if self.items[cursor].low == "by" and self.items[cursor - 1].low in ("led", "headed"):
                return self._actor_from(cursor + 1, role)
        return []

    def _object_parts(self, last: int, role: str) -> list[Part]:
        place = self._object_place(last)
        return [] if place is None else self._parts(self._listed(place), role, place)

    def _object_place(self, last: int) -> int | None:
        if last and self.items[last - 1].is_actor:
            return last - 1
        first_free: int | None = None
        for place in range(last, min(last + _REACH, len(self.items))):
            item = self.items[place]
            if item.low in ("that", "to", ";", ".", ":", "where", "which"):
                break
            if not item.is_actor or (item.mention and item.mention.kind == "metonym"):
                continue
            before = self._before(place)
            if before == "with" or place == last:
                return place
            if first_free is None and before not in ("of", "in", "at", "by", "on", "for", "from"):
                first_free = place
        return first_free

    def _before(self, place: int) -> str:
        cursor = place - 1
        while cursor > 0 and (
            self.items[cursor].low in _SKIP
            or (self.items[cursor].mention and self.items[cursor].mention.kind == "adjective")
        ):
            cursor -= 1
        return self.items[cursor].low if cursor >= 0 else ""

    def _listed(self, place: int) -> list[Item]:
        """An object with those listed behind it: 'X, title, Y and Z'."""
        found = [self.items[place]]
        cursor = place + 1
        while cursor + 1 < len(self.items):
            if self.items[cursor].low not in (",", "and"):
                break
            following = cursor + 1
            while following < len(self.items) and self.items[following].low in ("and", *_SKIP):
                following += 1
            if following >= len(self.items) or not self.items[following].is_actor:
                break
            paired = (
                self.items[cursor].low == "and"
                and len(found) == 1
                and self._before(place) in ("between", "of")
            )
            if self.reading.clauses.starts_clause(following) and not paired:
                break
            found.append(self.items[following])
            cursor = following + 1
        return found

    def _behind(self, link: str, last: int, role: str) -> list[Part]:
        for place in range(last, min(last + _REACH, len(self.items) - 1)):
            if self.items[place].low == link:
                return self._actor_from(place + 1, role)
        return []

    def _actor_from(self, place: int, role: str) -> list[Part]:
        while place < len(self.items) and (
            self.items[place].low in _SKIP or self.items[place].low == "president"
        ):
            place += 1
        if place >= len(self.items) or not self.items[place].is_actor:
            return []
        return self._parts(self._listed(place), role, place)

    def _parts(self, items: Sequence[Item], role: str, place: int) -> list[Part]:
        voice = self._voice(place)
        found: list[Part] = []
        for item in items:
            if item.mention is None:
                continue
            for entity in self._meant(item, voice):
                found.append(Part(entity, role, item.start, item.end))
        return found

    def _meant(self, item: Item, voice: Voice | None) -> list[Entity]:
        mention = item.mention
        assert mention is not None
        entities = self.discourse.entities(item, voice)
        if entities:
            return entities
        if mention.code in _SECOND and voice and voice.speakers and voice.speakers[0].speaks_for:
            other = self.dyad.other(voice.speakers[0].speaks_for)
            person = self.dyad.person(other) if other else None
            return [person] if person else []
        if mention.kind in ("group", "plural") or mention.code == "they":
            return [p for p in self.dyad.persons[:2] if p]
        return []

    def _pronoun_part(self, item: Item, place: int, role: str) -> Part | None:
        voice = self._voice(place)
        if item.low in _FIRST and voice and voice.speakers:
            return Part(voice.speakers[0], role, item.start, item.end)
        if item.low in ("his", "her"):
            for other in self.items[:place]:
                if other.mention and other.mention.entity and other.mention.entity.kind == "person":
                    return Part(other.mention.entity, role, other.start, other.end)
            agent = self._agent(place)
            return Part(agent.entity, role, item.start, item.end) if agent else None
        return None

    def _agent(self, place: int) -> Part | None:
        """Who the news is about at this point: the last one who spoke or acted before."""
        index = self.reading.sentence.index
        agent = self.discourse.agents.get(index) or self.discourse.agent_before(index)
        if agent is None:
            return None
        item = self.items[place]
        return Part(agent, "counterpart", item.start, item.end)

    def _ground(self, first: int, last: int) -> tuple[Entity, Item] | None:
        """The state whose ground is named: 'to China', 'Beijing', 'your country'."""
        voice = self._voice(first)
        for place in range(first, min(last, len(self.items))):
            mention = self.items[place].mention
            low = self.items[place].low
            if low in (".", ";", "that") or (low == "," and place > first):
                return None
            if (
                mention
                and mention.kind in ("state", "metonym", "place")
                and mention.code
                and self._before(place) not in ("of", "from", "by")
            ):
                return self.discourse.registry.side(mention.code), self.items[place]
            if low == "your" and voice and voice.speakers and voice.speakers[0].speaks_for:
                other = self.dyad.other(voice.speakers[0].speaks_for)
                return (self.discourse.registry.side(other), self.items[place]) if other else None
        return None

    def _venue(self, last: int) -> Part | None:
        """'at the Institute': the house is the host."""
        for place in range(last, min(last + _REACH, len(self.items))):
            mention = self.items[place].mention
            if mention and mention.kind == "organisation" and self._before(place) in ("at", "by"):
                entity = mention.entity
                return Part(entity, "host", mention.start, mention.end) if entity else None
        return None

    def _states_around(self, first: int, last: int) -> list[Part]:
        """'relations between A and B', 'A-B relations', 'with A'."""
        found: dict[str, Item] = {}
        for place in range(first, min(last + 10, len(self.items))):
            item = self.items[place]
            if item.low in (";", "."):
                break
            if item.mention and item.mention.kind in ("state", "adjective") and item.mention.code:
                found.setdefault(item.mention.code, item)
        if len(found) < 2:
            for part in self._subject_parts(first, "subject"):
                side = part.entity.speaks_for
                if side and side not in found:
                    found[side] = next(i for i in self.items if i.start <= part.start < i.end)
        return [
            Part(self.discourse.registry.side(code), "subject", i.start, i.end) for code, i in found.items()
        ][:2]

    def _both_states(self, place: int, role: str) -> list[Part]:
        item = self.items[place]
        return [
            Part(self.discourse.registry.side(s), role, item.start, item.end) for s in self.dyad.sides[:2]
        ]

    def _both_people(self, place: int) -> list[Part]:
        item = self.items[place]
        return [Part(p, "counterpart", item.start, item.end) for p in self.dyad.persons[:2] if p]

    def _is_nominal(self, place: int) -> bool:
        return self.items[place].low == "signing" or not self.reading.clauses.verbs.is_verb(
            self.items[place].low
        )

    def _is_we(self, place: int) -> bool:
        subjects = self.reading.clauses.subject(place) or []
        return any(i.low in ("we", "they") for i in subjects)

    def _is_active(self, place: int) -> bool:
        low = self.items[place].low
        return self.reading.clauses.verbs.is_verb(low)

    def _starts_with(self, place: int, lows: Sequence[str]) -> bool:
        return self.items[place].low in lows

    def _voice(self, place: int) -> Voice | None:
        return self.discourse.voice_at(self.items[min(place, len(self.items) - 1)].start)


def _unique(parts: Sequence[Part]) -> list[Part]:
    seen: dict[Entity, Part] = {}
    for part in parts:
        seen.setdefault(part.entity, part)
    return list(seen.values())
