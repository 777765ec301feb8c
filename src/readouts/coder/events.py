"""Events of one article: found by the lexicon's frames, dated, placed, told apart, joined where told twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from readouts.coder.areas import AreaIndex
from readouts.coder.event_frames import Frames
from readouts.coder.event_model import Event, EventEntry, EventWords, Part
from readouts.coder.event_settings import Calendar, date_of, ground_of, looks_ahead, merge_when, settle_roles
from readouts.coder.holders import Dyad
from readouts.coder.items import Item
from readouts.coder.occasions import OccasionMention, occasion_when, within
from readouts.coder.speech import Discourse, Reading
from readouts.coder.when import When

STATEMENT = EventEntry("statement/speaks", "statement", "states")
TALKS = EventEntry("meeting/both-speak", "meeting", "between")
JOINT_TEXT = EventEntry("statement/joint-text", "statement", "issued")
OCCASION = EventEntry("conference/occasion", "conference", "held")
_LEAD = 3
_ADVERBS = frozenset(
    "two three four five - day days today yesterday here again also earlier later tomorrow".split()
)
_TOLD_AT = frozenset({"invitation", "agreement", "relations_change", "meeting", "ceremony"})


@dataclass
class EventFinder:
    """Finds the events of one article."""

    words: EventWords
    areas: AreaIndex
    discourse: Discourse
    dyad: Dyad
    calendar: Calendar
    dateline_country: str | None
    outlet_country: str | None

    def find(self) -> list[Event]:
        """All events, the main one first."""
        body = [r for r in self.discourse.readings if r.sentence.paragraph.zone in ("body", "subhead")]
        events = [e for r in body for e in self._in_sentence(r)]
        events += self._occasions(body, events)
        events.sort(key=lambda e: (e.start, e.end, e.entry.rule))
        main = self._main(body, events)
        events = self._settled(main, events)
        joined = _joined(events)
        for event in joined:
            self._show(event)
        return sorted(joined, key=lambda e: (e.salience != "main", e.start, e.end, e.event_type))

    def _show(self, event: Event) -> None:
        """Point each part to a mention that names the actor: in the clause, in its sentence, else the first."""
        for part in event.parts:
            named = [
                i
                for r in self.discourse.readings
                for i in r.items
                if i.mention and part.entity in i.mention.entities
            ]
            if not named or any(i.start == part.start and i.end == part.end for i in named):
                continue
            here = [i for i in named if event.start <= i.start < event.end] or [
                i for i in named if event.reading.sentence.covers(i.start)
            ]
            best = (here or named)[0]
            part.start, part.end = best.start, best.end

    # finding

    def _in_sentence(self, reading: Reading) -> list[Event]:
        frames = Frames(reading, self.discourse, self.dyad)
        found: list[Event] = []
        taken: set[int] = set()
        for entry, first, last in self._heads(reading):
            if first in taken or self._is_none(reading, first):
                continue
            if entry.frame == "named" and self.calendar.occasions_within(
                reading.sentence.start, reading.sentence.end
            ):
                continue
            if entry.only_lead and reading.sentence.index > self._lead_end():
                continue
            parts = frames.parts(entry, first, last)
            if not parts:
                continue
            taken |= set(range(first, last))
            found += self._events(reading, entry, first, last, parts)
        return found

    def _heads(self, reading: Reading) -> list[tuple[EventEntry, int, int]]:
        """The heads of events in a sentence, longest first; dates and adverbs inside a phrase are passed over."""
        kept = [k for k in range(len(reading.items)) if not self._is_adjunct(reading, k)]
        plain = self.words.heads.every([i.keys for i in reading.items])
        thin = self.words.heads.every([reading.items[k].keys for k in kept])
        found = {(h.value, h.start, h.end) for h in plain}
        found |= {(h.value, kept[h.start], kept[h.end - 1] + 1) for h in thin}
        return sorted(found, key=lambda f: (f[1], -f[2], f[0].rule))

    def _is_adjunct(self, reading: Reading, place: int) -> bool:
        """'today', 'formally', 'on Tuesday', 'in Warsaw': no part of a phrase such as 'a meeting was held between'."""
        item = reading.items[place]
        behind = reading.items[place + 1] if place + 1 < len(reading.items) else None
        if item.low.endswith("ly") and len(item.low) > 4 or item.low in _ADVERBS:
            return True
        if self._is_dated(item) or (
            item.low in ("on", "in") and behind is not None and self._is_dated(behind)
        ):
            return True
        kinds = ("metonym", "place")
        if (
            item.low == "in"
            and behind is not None
            and behind.mention is not None
            and behind.mention.kind in kinds
        ):
            return True
        before = reading.items[place - 1].low if place else ""
        return before == "in" and item.mention is not None and item.mention.kind in kinds

    def _is_dated(self, item: Item) -> bool:
        return any(d.start <= item.start and item.end <= d.end for d in self.calendar.dates)

    def _lead_end(self) -> int:
        body = [r for r in self.discourse.readings if r.sentence.paragraph.zone == "body"]
        return body[min(len(body), _LEAD) - 1].sentence.index if body else 0

    def _is_none(self, reading: Reading, place: int) -> bool:
        """Sums ('have met many times'), denials, conditions and questions are no events."""
        items = reading.items
        lows = [i.low for i in items[max(0, place - 4) : place + 6]]
        if any(low in self.words.sums for low in lows) or items[-1].low == "?":
            return True
        if any(i.low in self.words.denied for i in items[max(0, place - 3) : place]):
            return True
        segment = reading.clauses.segments[reading.clauses.segment_at(place)]
        return items[segment.first].low in ("if", "whether", "unless")

    def _events(
        self, reading: Reading, entry: EventEntry, first: int, last: int, parts: list[Part]
    ) -> list[Event]:
        """One event, or one with each counterpart where they met 'separately'."""
        lows = [i.low for i in reading.items]
        if entry.frame == "between" and "separately" in lows and len(parts) > 2:
            return [self._event(reading, entry, first, last, [parts[0], p]) for p in parts[1:]]
        return [self._event(reading, entry, first, last, parts)]

    def _event(self, reading: Reading, entry: EventEntry, first: int, last: int, parts: list[Part]) -> Event:
        finite = entry.frame != "nominal" and reading.clauses.verbs.is_verb(reading.items[first].low)
        finite = finite or entry.frame not in ("nominal", "relations", "named")
        finite = finite or any(i.low in ("was", "were", "took") for i in reading.items[first:last])
        start, end = self._clause(reading, first, last, parts, finite=finite)
        voice = self.discourse.voice_at(reading.items[first].start)
        by_person = voice is not None and any(s.kind == "person" for s in voice.speakers)
        told = (
            not by_person
            or (voice is not None and voice.sieve == "carried on")
            or self._when_said(reading, first)
        )
        event = Event(entry, reading, first, start, end, parts, finite, told, entry.event_type)
        event.status = self._status(event)
        return event

    def _status(self, event: Event) -> str:
        """The words decide: called off, going on, to come; else it has been."""
        segment = event.reading.clauses.segments[event.reading.clauses.segment_at(event.place)]
        around = [i.keys for i in event.reading.items[max(segment.first, event.place - 6) : event.place + 4]]
        clause = [i.keys for i in event.reading.items]
        if self.words.cancelled.every(around if event.finite else clause):
            return "cancelled"
        if self._is_planned(event):
            return "planned"
        return "ongoing" if self.words.ongoing.every(around) else "occurred"

    def _when_said(self, reading: Reading, place: int) -> bool:
        """'X said this when he received Y': the occasion is the narrator's."""
        segment = reading.clauses.segments[reading.clauses.segment_at(place)]
        return reading.items[segment.first].low in ("when", "while", "during", "after")

    def _clause(
        self, reading: Reading, first: int, last: int, parts: Sequence[Part], *, finite: bool
    ) -> tuple[int, int]:
        items = reading.items
        inside = [p for p in parts if reading.sentence.start <= p.start < reading.sentence.end]
        starts = (
            [p.start for p in inside]
            if finite
            else [p.start for p in inside if p.start >= items[max(0, first - 3)].start]
        )
        start = min([items[_with_determiner(items, first)].start, *starts])
        reach = max([items[last - 1].end, *(p.end for p in inside)])
        stop = next(
            (i.start for i in items if i.start >= reach and i.low in (",", ".", ";", '"')),
            reading.sentence.end,
        )
        end = max(reach, stop)
        text = self.discourse.document.text
        return start, start + len(text[start:end].rstrip())

    def _is_planned(self, event: Event) -> bool:
        """The verb group or the word before the head looks ahead; of a named event also what is said of it."""
        items, place = event.reading.items, event.place
        if event.finite:
            return looks_ahead(items[max(0, place - 5) : place + 1], self.words)
        return looks_ahead(items[max(0, place - 3) : place + 2], self.words) or self._will_be(event)

    def _will_be(self, event: Event) -> bool:
        """'the visit ..., she was confident that this visit will ...'."""
        lows = [i.low for i in event.reading.items]
        head = event.event_type
        return any(
            a in ("this", "the") and b == head and c == "will"
            for a, b, c in zip(lows, lows[1:], lows[2:], strict=False)
        )

    # occasions: conferences known by name

    def _occasions(self, body: Iterable[Reading], events: Sequence[Event]) -> list[Event]:
        found: list[Event] = []
        for reading in body:
            for mention in self.calendar.occasions_within(reading.sentence.start, reading.sentence.end):
                if not any(e.occasion == mention.occasion.name for e in found):
                    event = self._occasion(reading, mention, events)
                    if event:
                        found.append(event)
        return found

    def _occasion(self, reading: Reading, mention: OccasionMention, events: Sequence[Event]) -> Event | None:
        items = reading.items
        place = next(k for k, i in enumerate(items) if i.end > mention.start)
        last = next((k for k, i in enumerate(items) if i.start >= mention.end), len(items))
        parts = self._occasion_parts(reading, place, last)
        host_meeting = self._met_at(reading, place, mention, events)
        if host_meeting:
            parts += [Part(p.entity, "attendee", p.start, p.end) for p in host_meeting.parts]
        if not parts:
            return None
        start = min(
            [
                mention.start,
                *(
                    p.start
                    for p in parts
                    if reading.sentence.start <= p.start < mention.start and p.role == "host"
                ),
            ]
        )
        event = Event(
            OCCASION, reading, place, start, mention.end, _by_entity(parts), False, False, "conference"
        )
        event.when, event.occasion = occasion_when(mention.occasion), mention.occasion.name
        event.status = self._occasion_status(event, mention)
        return event

    def _occasion_status(self, event: Event, mention: OccasionMention) -> str:
        items = event.reading.items
        if mention.rule == "next" or looks_ahead(
            items[max(0, event.place - 8) : event.place + 1], self.words
        ):
            return "planned"
        published = self.calendar.published
        return "planned" if published and mention.occasion.start > published else "occurred"

    def _occasion_parts(self, reading: Reading, place: int, last: int) -> list[Part]:
        items = reading.items
        bodies = [i.mention for i in items[place:last] if i.mention and i.mention.kind == "organisation"]
        parts = [
            Part(m.entity, "organiser", m.start, m.end) for m in bodies if m.entity and m.entity.actor_id
        ]
        frames = Frames(reading, self.discourse, self.dyad)
        before = items[max(0, place - 12) : place]
        lows = [i.low for i in before]
        if any(low.startswith("host") for low in lows):
            parts += self._hosting(reading, frames, place)
        if "welcome" in lows:
            parts += self._welcomed(reading, frames, place)
        return parts

    def _hosting(self, reading: Reading, frames: Frames, place: int) -> list[Part]:
        items = reading.items
        head = next(k for k in range(place - 1, -1, -1) if items[k].low.startswith("host"))
        for cursor in range(head - 1, max(-1, head - 4), -1):
            if items[cursor].low == "'s" and cursor:
                return frames._parts([items[cursor - 1]], "host", cursor)
        hosts = frames._subject_parts(head, "host")
        if hosts:
            return hosts
        country = next((i for i in items[:head] if i.low in ("country",)), None)
        voice = self.discourse.voice_at(items[head].start)
        if country and voice and voice.speakers and voice.speakers[0].speaks_for:
            state = self.discourse.registry.side(voice.speakers[0].speaks_for)
            return [Part(state, "host", country.start, country.end)]
        return []

    def _welcomed(self, reading: Reading, frames: Frames, place: int) -> list[Part]:
        """'let me welcome you to ... the Forum': the speaker is host, the one spoken to guest."""
        head = next(k for k in range(place - 1, -1, -1) if reading.items[k].low == "welcome")
        voice = self.discourse.voice_at(reading.items[head].start)
        guests = frames._object_parts(head + 1, "guest")
        item = reading.items[head]
        hosts = [Part(s, "host", item.start, item.end) for s in voice.speakers[:1]] if voice else []
        return [*hosts, *guests] if hosts and guests else []

    def _met_at(
        self, reading: Reading, place: int, mention: OccasionMention, events: Sequence[Event]
    ) -> Event | None:
        """A meeting 'within the framework of' the occasion: its people were there, its date lies within."""
        for event in events:
            if event.reading is reading and event.event_type == "meeting" and event.place < place:
                between = [i.keys for i in reading.items[event.place : place]]
                if self.words.framework.every(between):
                    event.when = within(mention.occasion)
                    return event
        return None

    # the main event

    def _main(self, body: Sequence[Reading], events: list[Event]) -> list[Event]:
        lead = [r for r in body[:_LEAD]]
        found = [
            e
            for e in events
            if e.reading in lead and e.finite and e.event_type != "invitation" and not _aside(e)
        ]
        spoken = [
            e for e in found
            if e.told or e.event_type == "statement" or e.status == "planned" or self._is_news(e, lead)
        ]  # fmt: skip
        spoken = spoken or [e for e in events if e.reading in lead[:1] and _is_occasion(e)]
        if spoken:
            lead_type = [
                e for e in spoken if e.reading is spoken[0].reading and e.event_type == spoken[0].event_type
            ]
            return self._marked(lead_type if len(lead_type) > 1 and _separate(lead_type) else lead_type[:1])
        made = self._untold(body)
        if made is None:
            return []
        events.append(made)
        return self._marked([made])

    def _is_news(self, event: Event, lead: Sequence[Reading]) -> bool:
        """What the first sentence tells in an official's words ('A broke off relations, its minister announced')."""
        voice = self.discourse.voice_at(event.reading.items[event.place].start)
        return event.reading is lead[0] and voice is not None and voice.sieve == "backward"

    def _marked(self, events: list[Event]) -> list[Event]:
        for event in events:
            event.salience = "main"
        return events

    def _untold(self, body: Sequence[Reading]) -> Event | None:
        """No occasion is told: talks where both sides speak, a statement where one does."""
        if self.discourse.is_joint_text and body:
            return self._joint_text(body[0])
        voices = [v for v in self.discourse.voices if v.speakers and v.sieve != "question"]
        people = list(
            dict.fromkeys(s for v in voices for s in v.speakers if s.kind == "person" and s.speaks_for)
        )
        if not people:
            return None
        first = min((v for v in voices if people[0] in v.speakers), key=lambda v: v.start)
        reading = next((r for r in body if r.sentence.end > first.start), body[0])
        facing = [p for p in people[1:] if p.speaks_for != people[0].speaks_for]
        entry, chosen, role = (
            (TALKS, [people[0], facing[0]], "counterpart") if facing else (STATEMENT, people[:1], "speaker")
        )
        parts = [Part(p, role, reading.sentence.start, reading.sentence.end) for p in chosen]
        event = Event(
            entry,
            reading,
            0,
            reading.sentence.start,
            reading.sentence.end,
            parts,
            True,
            True,
            entry.event_type,
        )
        return event

    def _joint_text(self, reading: Reading) -> Event | None:
        """The statement that the text is, by those who make it."""
        registry = self.discourse.registry
        named = next((i.mention for i in reading.items if i.mention and len(i.mention.codes) > 1), None)
        sides = named.codes if named else self.dyad.sides[:2]
        start, end = reading.sentence.start, reading.sentence.end
        parts = [Part(registry.side(s), "speaker", start, end) for s in sides]
        return (
            Event(JOINT_TEXT, reading, 0, start, end, parts, True, True, JOINT_TEXT.event_type)
            if parts
            else None
        )

    # settling dates, places, roles

    def _settled(self, main: Sequence[Event], events: list[Event]) -> list[Event]:
        for event in events:
            if event.occasion is None and event.when.precision == "unknown":
                event.when = date_of(event, self.calendar, events)
            spoken_at = event.event_type == "statement" and event.entry.rule == "statement/statement"
            if spoken_at or event.event_type not in ("statement", "call", "message"):
                event.venue, event.country = ground_of(event, self.calendar)
        for event in main:
            self._settle_main(event, events)
        previous: Event | None = None
        for event in events:
            if event.salience != "main":
                self._settle_background(event, main, events, previous)
            previous = event
        for event in events:
            settle_roles(event)
        return events

    def _settle_main(self, event: Event, events: Sequence[Event]) -> None:
        if event.event_type == "statement" and event.when.precision == "unknown":
            self._date_statement(event)
        if event.when.precision == "unknown" and event.status != "planned":
            event.when = self.calendar.news_bound()
        visit = next((e for e in events if e.event_type == "visit" and e.reading is event.reading), None)
        if event.country is None and visit is not None and event.event_type == "meeting":
            event.country = next((p.entity.code for p in visit.parts if p.role == "host"), None)
        if event.country is None and event.event_type in ("visit", "accreditation"):
            event.country = next((p.entity.speaks_for for p in event.parts if p.role == "host"), None)
        if event.country is None and event.event_type == "statement":
            event.country = self.dateline_country
        if event.country is None and event.event_type == "meeting":
            event.country = self._home_ground(event)
        if event.country is None and event.event_type == "conference":
            event.country = next(
                (p.entity.country for p in event.parts if p.role == "host" and p.entity.country), None
            )
        if event.event_type == "conference":
            self._add_speakers(event)
        if event.event_type != "statement":
            event.agenda = self._agenda()

    def _date_statement(self, event: Event) -> None:
        """What is said later was said when the lead says that it was said."""
        for reading in self.discourse.readings:
            speakers = [p.entity for p in event.parts]
            agent = self.discourse.agents.get(reading.sentence.index)
            if reading.sentence.paragraph.zone != "body" or agent not in speakers:
                continue
            days = [
                d for d in self.calendar.within(reading.sentence.start, reading.sentence.end)
                if d.when.precision == "day" and not self.discourse.is_quoted(d.start)
            ]  # fmt: skip
            if days:
                event.when = days[0].when
            return

    def _home_ground(self, event: Event) -> str | None:
        """A host is at home; else the dateline tells, where it is the ground of one of them."""
        hosts = [p.entity.speaks_for for p in event.parts if p.role == "host" and p.entity.kind == "person"]
        if hosts and hosts[0] in self.discourse.registry.known.state_names:
            return hosts[0]
        return self.dateline_country if self.dateline_country in event.sides() else None

    def _add_speakers(self, event: Event) -> None:
        """Who speaks in the report of a conference spoke there."""
        for voice in self.discourse.voices:
            for speaker in voice.speakers:
                if speaker.kind == "person" and speaker.speaks_for and speaker not in event.entities:
                    first = next(
                        m
                        for r in self.discourse.readings
                        for i in r.items
                        if (m := i.mention) and speaker in m.entities
                    )
                    event.parts.append(Part(speaker, "speaker", first.start, first.end))

    def _agenda(self) -> tuple[str, ...]:
        """Fields discussed or raised as fields of cooperation, in what the participants say."""
        found: set[str] = set()
        for reading in self.discourse.readings:
            if reading.sentence.paragraph.zone == "body" and self._tells_agenda(reading):
                found |= set(self.areas.in_items(reading.items))
        return tuple(sorted(found))

    def _tells_agenda(self, reading: Reading) -> bool:
        lows = {i.low for i in reading.items}
        return bool(lows & {"discussed", "cooperation", "discuss", "exchanged", "projects", "opportunities"})

    def _settle_background(
        self, event: Event, main: Sequence[Event], events: Sequence[Event], previous: Event | None
    ) -> None:
        items = event.reading.items
        if items[0].low == "then" and event.when.precision == "unknown" and previous is not None:
            event.when, event.country = previous.when, event.country or previous.country
        host = next(
            (p.entity.code for p in event.parts if p.role == "host" and p.entity.kind == "state"), None
        )
        event.country = event.country or host
        if event.event_type == "meeting" and event.country is None:
            event.country = self._visited(event, events)
        if event.event_type == "conference" and event.occasion and event.country is None:
            event.venue, event.country = self._welcome_place(event)
        self._told_at(event, main, events)

    def _visited(self, event: Event, events: Sequence[Event]) -> str | None:
        """A guest meets the hosts of the visit on their ground."""
        hosts = [p for p in event.parts if p.role == "host" and p.entity.kind == "person"]
        if hosts and hosts[0].entity.speaks_for in self.discourse.registry.known.state_names:
            return hosts[0].entity.speaks_for
        for visit in events:
            if visit.event_type != "visit":
                continue
            ground = next((p.entity.code for p in visit.parts if p.role == "host"), None)
            guests = {p.entity for p in visit.parts if p.role == "guest"}
            if ground in event.sides() and guests & event.entities:
                return ground
        return None

    def _welcome_place(self, event: Event) -> tuple[str | None, str | None]:
        """'welcome you to Beijing and to the Forum'."""
        for item in reversed(event.reading.items[: event.place]):
            if item.mention and item.mention.kind in ("metonym", "place"):
                return event.reading.sentence_text(item), item.mention.code
        return None, None

    def _told_at(self, event: Event, main: Sequence[Event], events: Sequence[Event]) -> None:
        """An announcement in the narrator's words belongs to the meeting that is reported; one in a sentence that
        begins with 'During their meeting in ...' to that meeting."""
        setting = next(
            (e for e in events if e is not event and e.reading is event.reading and not e.finite and e.place < event.place and e.event_type in ("meeting", "visit") and e.reading.items[0].low in ("during", "at")),
            None,
        )  # fmt: skip
        if setting is not None and event.event_type in _TOLD_AT:
            event.when, event.venue, event.country = setting.when, setting.venue, setting.country
            return
        if (
            main
            and event.told
            and event.finite
            and event.event_type in _TOLD_AT
            and event.when.precision == "unknown"
        ):
            if event.status == "occurred":
                event.when = main[0].when
            if event.event_type == "invitation":
                event.venue, event.country = main[0].venue, main[0].country
        if (
            main
            and event.told
            and event.event_type == "meeting"
            and event.country is None
            and event.entry.rule.endswith("meeting-held")
        ):
            event.country = main[0].country
            if event.when.precision == "unknown":
                event.when = self.calendar.news_bound()


def _with_determiner(items: Sequence[Item], first: int) -> int:
    return (
        first - 1
        if first and items[first - 1].low in ("the", "a", "an", "their", "his", "her", "my", "our")
        else first
    )


def _is_occasion(event: Event) -> bool:
    """Named in the lead as where it was said: 'in a telephone call with', 'said at a meeting with'."""
    before = {i.low for i in event.reading.items[max(0, event.place - 3) : event.place]}
    return event.event_type in ("call", "visit", "conference") or (
        event.event_type == "meeting" and bool(before & {"at", "during"})
    )


def _aside(event: Event) -> bool:
    """Told in a relative clause: 'X, who is on a visit to Y, met ...'."""
    clauses = event.reading.clauses
    return clauses.segments[clauses.segment_at(event.place)].kind == "relative"


def _separate(events: Sequence[Event]) -> bool:
    return all("separately" in [i.low for i in e.reading.items] for e in events)


def _by_entity(parts: Sequence[Part]) -> list[Part]:
    seen: dict[object, Part] = {}
    for part in parts:
        seen.setdefault(part.entity, part)
    return list(seen.values())


def _joined(events: Sequence[Event]) -> list[Event]:
    """The same event told twice is one: same type, the same people, dates that do not speak against it."""
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: (e.salience != "main", e.start)):
        twin = next((k for k in kept if _same(k, event)), None)
        if twin is None:
            kept.append(event)
            continue
        twin.when = merge_when(twin.when, event.when)
        twin.venue, twin.country = twin.venue or event.venue, twin.country or event.country
    return kept


def _same(a: Event, b: Event) -> bool:
    if a.event_type != b.event_type or a.occasion != b.occasion:
        return False
    if a.occasion:
        return True
    if not _compatible(a.when, b.when) or (a.country and b.country and a.country != b.country):
        return False
    roles_a = {(p.entity, p.role) for p in a.parts}
    roles_b = {(p.entity, p.role) for p in b.parts}
    if a.event_type == "invitation" and a.entities == b.entities:
        return abs(a.reading.sentence.index - b.reading.sentence.index) <= 1
    if a.event_type in ("invitation", "message", "protest", "statement"):
        return roles_a <= roles_b or roles_b <= roles_a
    if a.entities <= b.entities or b.entities <= a.entities:
        return True
    people = {e for e in b.entities if e.kind == "person"}
    return a.sides() == b.sides() and a.salience == "main" and not b.finite and people <= a.entities


def _compatible(a: When, b: When) -> bool:
    if "unknown" in (a.precision, b.precision):
        return True
    starts = [w.start for w in (a, b) if w.start]
    ends = [w.end for w in (a, b) if w.end]
    return not (starts and ends) or max(starts) <= min(ends)
