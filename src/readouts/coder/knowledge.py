"""Everything the coder knows, read once and compiled: the lexicon, the known actors, the known occasions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from readouts.coder.areas import AreaIndex
from readouts.coder.clauses import AUXILIARY, VerbForms
from readouts.coder.cues import Cue, StanceWords
from readouts.coder.document import LayoutWords
from readouts.coder.event_model import EventEntry, EventWords
from readouts.coder.inflection import forms
from readouts.coder.lexical import NameIndex
from readouts.coder.lexicon_files import LexiconFiles, strings
from readouts.coder.mentions import MentionWords
from readouts.coder.model import Entity
from readouts.coder.offices import OfficeWords
from readouts.coder.people import PersonWords
from readouts.coder.positions import PositionWords
from readouts.coder.registry import KnownActors, plain_name
from readouts.coder.speech import SpeechVerb, SpeechWords
from readouts.coder.tokens import words
from readouts.coder.topics import Formula, Topic, TopicIndex
from readouts.coder.trie import Trie
from readouts.errors import BadInput
from readouts.lexicon.read import (
    Lookalike,
    OrganisationEntry,
    State,
    load_lookalikes,
    load_organisations,
    load_states,
)
from readouts.seeds.types import ActorRecord, Occasion
from readouts.tables.codes import codes

DENIED = "deny"
CUE_KINDS = ("operator", "stance", "deed", "merit")
FRAMES = (
    "accredits", "between", "calls_on", "held", "invites", "issued", "named", "nominal", "protests", "received", "received_by",
    "relations", "sends", "signed", "states", "visits",
)  # fmt: skip


@dataclass(frozen=True)
class Knowledge:
    """What the coder knows; make it with `load_knowledge`."""

    layout: LayoutWords
    mentions: MentionWords
    people: PersonWords
    known: KnownActors
    back: Mapping[str, tuple[str, ...]]
    verbs: VerbForms
    speech: SpeechWords
    positions: PositionWords
    events: EventWords
    occasions: tuple[Occasion, ...]
    states: Mapping[str, State]
    organisations: Mapping[str, OrganisationEntry]
    actors: Mapping[str, ActorRecord]


def load_knowledge(
    actors: Sequence[ActorRecord], occasions: Sequence[Occasion], lexicon: Path | None = None
) -> Knowledge:
    """Read and compile the lexicon with the known actors and occasions.

    Args:
        actors: people and organisations, as `readouts.seeds.read.read_actors` gives them.
        occasions: known occasions, as `read_occasions` gives them.
        lexicon: a folder whose files take the place of the packaged ones of the same name.

    Raises:
        BadInput: lexicon entries that do not compile or hold codes that the codebook lacks, all at once.
    """
    files = LexiconFiles(lexicon)
    states, organisations, lookalikes = _named(files)
    names = files.toml("names.toml")
    speech, stances, events = (files.toml(f"{name}.toml") for name in ("speech", "stances", "events"))
    office_words = _office_words(names)
    people = _person_words(names)
    stance_words = _stance_words(stances, files)
    topics = _topic_index(files, organisations)
    areas = _area_index(files)
    event_words = _event_words(events, files)
    verbs = _verb_forms(files, speech, stances, events)
    speech_words = _speech_words(speech, files, verbs)
    mention_words = MentionWords(
        names=_name_index(states, organisations, lookalikes, actors),
        offices=office_words,
        people=people,
        groups=_phrases(files, "names.toml", "groups.both", names["groups"]["both"]),
        pronouns=frozenset(w for ws in names["pronouns"].values() for w in ws),
        human_verbs=verbs.finite,
        group_verbs=verbs.finite | AUXILIARY | {"also", "then"},
        sides=frozenset({"side", "sides"}),
        plural_heads=_plural_heads(names),
    )
    layout = _layout(files.toml("layout.toml"), files)
    if files.problems:
        raise BadInput(sorted(files.problems))
    return Knowledge(
        layout=layout,
        mentions=mention_words,
        people=people,
        known=_known(states, organisations, actors),
        back={k: tuple(v) for k, v in names["offices"]["back"].items()},
        verbs=verbs,
        speech=speech_words,
        positions=PositionWords(topics, stance_words, areas),
        events=event_words,
        occasions=tuple(occasions),
        states={s.iso3: s for s in states},
        organisations={o.name: o for o in organisations},
        actors={a.name: a for a in actors},
    )


def _named(
    files: LexiconFiles,
) -> tuple[Sequence[State], Sequence[OrganisationEntry], Sequence[Lookalike]]:
    """The tables of names; their problems come first, because nothing can be compiled without them."""
    states = load_states(files.folder_of("states.csv"))
    organisations = load_organisations(files.folder_of("organisations.csv"), states)
    return states, organisations, load_lookalikes(files.folder_of("lookalikes.csv"))


def _layout(table: Mapping[str, Any], files: LexiconFiles) -> LayoutWords:
    found = files.regex("layout.toml", "headers", table["headers"])
    headers = "|".join(f"(?:{h.replace('(?i)', '')})" for h in found)
    return LayoutWords(
        frozenset(table["abbreviations"]), frozenset(table["starters"]), re.compile(headers, re.IGNORECASE)
    )


def _office_words(names: Mapping[str, Any]) -> OfficeWords:
    offices, bodies = names["offices"], names["bodies"]
    heads: Trie[str] = Trie()
    kinds: dict[str, str] = {}
    for kind, entries in offices["heads"].items():
        for head in entries:
            heads.add(words(head), head)
            kinds[head] = kind
    return OfficeWords(
        modifiers=frozenset(offices["modifiers"]),
        portfolio=frozenset(offices["portfolio"]),
        heads=heads,
        kinds=kinds,
        owners=offices["owner"],
        back={k: tuple(v) for k, v in offices["back"].items()},
        vague=frozenset(offices["vague"]["heads"]),
        bodies=frozenset(bodies["heads"]),
        bodies_of_state=frozenset(bodies["of_state"]),
    )


def _person_words(names: Mapping[str, Any]) -> PersonWords:
    return PersonWords(
        honorifics=frozenset(names["honorifics"]),
        particles=frozenset(names["particles"]),
        common=frozenset(names["common"]),
        month_names=frozenset(names["month_names"]),
        family_first=frozenset(names["family_first"]),
        short_form_last=frozenset(names["short_form_last"]),
    )


def _plural_heads(names: Mapping[str, Any]) -> Trie[str]:
    trie: Trie[str] = Trie()
    for entries in names["offices"]["heads"].values():
        for head in entries:
            first, _, rest = head.partition(" of ")
            plural = f"{first}s of {rest}" if rest else f"{head}s"
            trie.add(words(plural), head)
            if not rest:
                for field in ("foreign", "defence", "defense", "prime", "vice"):
                    trie.add(words(f"{field} {plural}"), f"{field} {head}")
    for plural in ("counterparts", "heads of states", "representatives", "delegations", "officials"):
        trie.add(words(plural), plural)
    return trie


def _phrases(files: LexiconFiles, name: str, entry: str, patterns: Iterable[str]) -> Trie[str]:
    trie: Trie[str] = Trie()
    for sequence in files.compile(name, entry, patterns):
        trie.add(sequence, " ".join(sequence))
    return trie


def _name_index(
    states: Sequence[State],
    organisations: Sequence[OrganisationEntry],
    lookalikes: Sequence[Lookalike],
    actors: Sequence[ActorRecord],
) -> NameIndex:
    index = NameIndex()
    for lookalike in lookalikes:
        index.add("lookalike", lookalike.form, lookalike.form)
    for state in states:
        for kind, found in (
            ("state", (state.name, *state.names)), ("adjective", state.adjectives), ("capital", state.capitals),
            ("seat", state.seats), ("demonym", state.demonyms), ("city", state.cities),
        ):  # fmt: skip
            for form in found:
                index.add(kind, state.iso3, form)
    for organisation in organisations:
        for form in organisation.forms:
            index.add("organisation", organisation.name, form)
    for actor in actors:
        for form in (actor.name, *actor.also):
            index.add(actor.kind, actor.name, form)
    return index


def _known(
    states: Sequence[State], organisations: Sequence[OrganisationEntry], actors: Sequence[ActorRecord]
) -> KnownActors:
    bodies = {
        o.name: Entity("organisation", o.name, o.name, o.name, actor_id=f"org_{o.org_id}")
        for o in organisations
    }
    people: dict[str, tuple[ActorRecord, ...]] = {}
    for actor in actors:
        if actor.kind == "organisation":
            bodies[actor.name] = Entity(
                "organisation",
                actor.name,
                actor.name,
                actor.name,
                actor_id=actor.actor_id,
                country=actor.country,
            )
            continue
        for form in (actor.name, *actor.also):
            people[plain_name(form)] = (*people.get(plain_name(form), ()), actor)
    return KnownActors({s.iso3: s.name for s in states}, bodies, people, {})


def _speech_words(table: Mapping[str, Any], files: LexiconFiles, verbs_known: VerbForms) -> SpeechWords:
    verbs: Trie[SpeechVerb] = Trie()
    for entry in files.entries("speech.toml", table, "verbs"):
        if "act" in entry:
            files.check("speech.toml", entry["id"], "act", entry["act"], (*codes("act"), DENIED))
        for sequence in files.compile("speech.toml", entry["id"], strings(entry, "patterns")):
            verbs.add(sequence, SpeechVerb(f"speech/{entry['id']}", entry.get("act")))
    return SpeechWords(
        verbs,
        frozenset(table.get("issued", {}).get("nouns", ())),
        frozenset(table.get("press", {}).get("outlets", ())),
        frozenset(table.get("own", {}).get("words", ())),
        frozenset(table.get("days", {}).get("words", ())),
        strings(table.get("issued", {}), "joint"),
        verbs_known.finite | AUXILIARY,
    )


def _stance_words(table: Mapping[str, Any], files: LexiconFiles) -> StanceWords:
    cues: Trie[Cue] = Trie()
    for entry in files.entries("stances.toml", table, "cues", "kind", "act"):
        files.check("stances.toml", entry["id"], "kind", entry["kind"], CUE_KINDS)
        files.check("stances.toml", entry["id"], "act", entry["act"], codes("act"))
        files.check("stances.toml", entry["id"], "stance", entry.get("stance", "support"), codes("stance"))
        cue = Cue(
            entry["id"],
            entry["kind"],
            entry["act"],
            entry.get("stance", "support"),
            frozenset(strings(entry, "not_before")),
        )
        for sequence in files.compile("stances.toml", entry["id"], strings(entry, "patterns")):
            cues.add(sequence, cue)
    strength = table.get("strength", {})
    return StanceWords(
        cues=cues,
        strength=_phrases(files, "stances.toml", "strength.words", strings(strength, "words")),
        reaffirming=_phrases(files, "stances.toml", "strength.reaffirming", strings(strength, "reaffirming")),
        negating=frozenset(strings(strength, "negating")),
        unreal=_phrases(files, "stances.toml", "strength.unreal", strings(strength, "unreal")),
        violating=_phrases(
            files, "stances.toml", "scope.violating", strings(table.get("scope", {}), "violating")
        ),
        adjuncts=_phrases(
            files, "stances.toml", "scope.adjuncts", strings(table.get("scope", {}), "adjuncts")
        ),
    )


def _topic_index(files: LexiconFiles, organisations: Sequence[OrganisationEntry]) -> TopicIndex:
    topics: dict[str, Topic] = {}
    by_words: Trie[Formula] = Trie()
    by_classes: Trie[Formula] = Trie()
    for name in files.topics():
        table = files.toml(name)
        code = table.get("topic", "")
        files.check(name, "", "topic", code, codes("topic"))
        topics[code] = Topic(
            code, table.get("target", "none"), table.get("general", False), table.get("organisations", False),
            strings(table, "beside"), frozenset(strings(table, "not_under")),
        )  # fmt: skip
        for entry in files.entries(name, table, "formulas"):
            formula = _formula(files, name, code, entry)
            for sequence in files.compile(name, entry["id"], strings(entry, "patterns")):
                trie = by_classes if any(key.startswith("@") for key in sequence) else by_words
                trie.add(sequence, formula)
    return TopicIndex(topics, by_words, by_classes, frozenset(o.name for o in organisations if o.regional))


def _formula(files: LexiconFiles, name: str, topic: str, entry: Mapping[str, Any]) -> Formula:
    for element in strings(entry, "elements"):
        files.check(name, entry["id"], "elements", element, codes("element"))
    return Formula(
        rule=f"{topic}/{entry['id']}",
        topic=topic,
        elements=strings(entry, "elements"),
        against_norm=entry.get("against_norm", False),
        asserted=entry.get("asserted", False),
        weak=entry.get("weak", False),
        companion=strings(entry, "companion"),
        not_before=frozenset(strings(entry, "not_before")),
        not_after=frozenset(strings(entry, "not_after")),
        case=strings(entry, "case"),
        parties=entry.get("parties"),
        requires_topic=entry.get("requires_topic"),
        addressee=entry.get("addressee"),
        only_acts=strings(entry, "only_acts"),
        only_under=frozenset(strings(entry, "only_under")),
        or_after=frozenset(strings(entry, "or_after")),
        target=entry.get("target"),
        stance=entry.get("stance"),
    )


def _event_words(table: Mapping[str, Any], files: LexiconFiles) -> EventWords:
    heads: Trie[EventEntry] = Trie()
    for entry in files.entries("events.toml", table, "events", "type", "frame"):
        name = entry["id"]
        files.check("events.toml", name, "type", entry["type"], codes("event_type"))
        files.check("events.toml", name, "frame", entry["frame"], FRAMES)
        facts = strings(entry, "facts")
        made = EventEntry(
            f"{entry['type']}/{name}", entry["type"], entry["frame"], facts,
            entry.get("lowered", False), entry.get("only_lead", False),
        )  # fmt: skip
        for sequence in files.compile("events.toml", name, strings(entry, "patterns")):
            heads.add(sequence, made)
    other = table.get("words", {})
    return EventWords(
        heads,
        _phrases(files, "events.toml", "words.planned", strings(other, "planned")),
        _phrases(files, "events.toml", "words.cancelled", strings(other, "cancelled")),
        _phrases(files, "events.toml", "words.ongoing", strings(other, "ongoing")),
        frozenset(strings(other, "sums")),
        frozenset(strings(other, "denied")),
        _phrases(files, "events.toml", "words.framework", strings(other, "framework")),
    )


def _area_index(files: LexiconFiles) -> AreaIndex:
    trie: Trie[str] = Trie()
    for row in files.rows("areas.csv", "area", "words"):
        files.check("areas.csv", row["area"], "area", row["area"], codes("area"))
        for phrase in row["words"].split(";"):
            trie.add(words(phrase), row["area"])
    return AreaIndex(trie)


_VERB = re.compile(r"<([^<>:]+)(?::\w+)?>")


def _verb_forms(files: LexiconFiles, *tables: Mapping[str, Any]) -> VerbForms:
    """The forms of every verb that the lexicon's patterns name."""
    lemmas: set[str] = set(files.irregular)
    for table in tables:
        for entries in table.values():
            for entry in entries if isinstance(entries, list) else ():
                for pattern in strings(entry, "patterns"):
                    lemmas |= {m.strip() for m in _VERB.findall(pattern)}
    found = [forms(lemma, files.irregular) for lemma in sorted(lemmas - {"be", "have", "do"})]
    return VerbForms(
        finite=frozenset(f for v in found for f in v.finite),
        base=frozenset(v.base for v in found),
        gerund=frozenset(v.gerund for v in found),
    )
