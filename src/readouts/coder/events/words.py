"""`events.toml`, compiled: the heads of events, and the words around them that change what is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.coder.events.model import EventEntry
    from readouts.coder.text.trie import Trie


@dataclass(frozen=True)
class ConferenceWords:
    """What tells a conference or talks by name, and what somebody does there.

    Attributes:
        deeds: phrases before a conference, each with the role that it makes (host, speaker, attendee).
        nouns: nouns for conferences.
        meetings: nouns that are one beside the name of a body ('the ASEAN foreign ministers meeting').
        last_words: words that are one as the last of a name ('the Shangri-La Dialogue').
        kinds: words before the noun that are part of the name.
        times: words before the noun that tell when it is.
        none: words that make the noun another thing ('press conference').
        numbered: how the names of conferences begin that end in a number ('COP29').
        convened: participles before 'by' and who convenes.
        ordinals: 'third'.
        rounds: nouns for talks by name ('the first Strategic Dialogue').
        in_row: words that count the rounds of talks.
        shared: words in a name that tell of two sides ('Joint Commission').
    """

    deeds: Trie[str]
    nouns: frozenset[str]
    meetings: frozenset[str]
    last_words: frozenset[str]
    kinds: frozenset[str]
    times: frozenset[str]
    none: frozenset[str]
    numbered: tuple[str, ...]
    convened: frozenset[str]
    ordinals: frozenset[str]
    rounds: frozenset[str]
    in_row: frozenset[str]
    shared: frozenset[str]


@dataclass(frozen=True)
class TextWords:
    """What a text says of itself, and of who talks in it.

    Attributes:
        titles: what a statement is called in the title of a text.
        issued: how a text calls itself a statement that somebody issued.
        joint_titles: the same in its heading.
        talking: verbs of two sides that talk to each other.
        bodies: words for unnamed people of a state: 'the Danish side', 'Cuban officials'.
    """

    titles: Trie[str]
    issued: Trie[str]
    joint_titles: Trie[str]
    talking: frozenset[str]
    bodies: frozenset[str]


@dataclass(frozen=True)
class EventWords:
    """The heads of events with the words around them.

    Attributes:
        heads: the heads of events, each with its entry.
        conferences, texts: words of their own.
        planned, cancelled, ongoing: words that tell how far an event has come.
        framework: words between a meeting and the occasion at which it was.
        remote: words that make a meeting a talk by telephone or video.
        presence: words for being at the meeting that is reported.
        supposed: words before a head that offer, refuse or threaten it.
        hypothetical: words right before it that only suppose it.
        unsettled: words before talks that are only spoken of.
        denied: words before a head that deny it.
        sums: words that tell of many events at once.
        adjuncts: adverbs and numbers that may stand inside a head.
        separately: words that make one meeting with several people several meetings.
        apart: the same, where they stand inside a head.
        together: words for several sides that meet at once.
        further: words for a meeting that is one of several.
        gathered: words for people of several sides as one.
        hoped: words before a head that only hope for it.
        bare_meeting: heads that tell of sport, too, where two states are named and nobody else.
        invited_to: verbs of what somebody is invited to do.
        accepting: verbs whose subject is the one invited.
        led_by: participles before 'by' and the head of a delegation.
        passed_titles: titles that may stand between a preposition and a name.
        host_stems: how words begin that name the host before an occasion.
        welcoming: words that make the speaker the host of an occasion.
        out_of_office: words of an office that is held no more.
        facing_abroad: words of offices whose holders speak to other states.
        regions: words for states of a region, which are spoken of as another side.
        countries: words for states in the plural.
        press: what a press conference is called in its title.
        voices: how words begin that name who is there to speak.
        own_ground: words for the speaker's own country.
        agenda: words in whose sentence fields of cooperation are on the agenda.
        relations: nouns for relations of states.
        agreements: nouns for texts that are signed.
        announcing: verbs that announce a deed.
        main_things: what the event that is reported is called in its own report.
    """

    heads: Trie[EventEntry]
    conferences: ConferenceWords
    texts: TextWords
    planned: Trie[str]
    cancelled: Trie[str]
    ongoing: Trie[str]
    framework: Trie[str]
    remote: Trie[str]
    presence: Trie[str]
    supposed: Trie[str]
    hypothetical: Trie[str]
    unsettled: frozenset[str]
    denied: frozenset[str]
    sums: frozenset[str]
    adjuncts: frozenset[str]
    separately: frozenset[str]
    apart: frozenset[str]
    together: frozenset[str]
    further: frozenset[str]
    gathered: frozenset[str]
    hoped: frozenset[str]
    bare_meeting: frozenset[str]
    invited_to: frozenset[str]
    accepting: frozenset[str]
    led_by: frozenset[str]
    passed_titles: frozenset[str]
    host_stems: tuple[str, ...]
    welcoming: frozenset[str]
    press: Trie[str]
    voices: tuple[str, ...]
    own_ground: frozenset[str]
    countries: frozenset[str]
    regions: frozenset[str]
    out_of_office: frozenset[str]
    facing_abroad: frozenset[str]
    agenda: frozenset[str]
    relations: frozenset[str]
    agreements: frozenset[str]
    announcing: frozenset[str]
    main_things: frozenset[str]
