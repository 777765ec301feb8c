"""Compiles the names of states, bodies, offices and people: `names.toml`, tables of names, known actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.coder.clauses.grammar import AUXILIARY
from readouts.coder.lexicon.compile_words import phrases
from readouts.coder.lexicon.files import strings
from readouts.coder.names.lexical import NameIndex
from readouts.coder.names.mentions import MentionWords
from readouts.coder.names.model import Entity
from readouts.coder.names.offices import OfficeWords
from readouts.coder.names.people import PersonWords
from readouts.coder.names.registry import KnownActors, plain_name
from readouts.coder.text.tokens import words
from readouts.coder.text.trie import Trie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readouts.coder.lexicon.files import LexiconFiles
    from readouts.coder.lexicon.name_tables import NameTables
    from readouts.coder.lexicon.verb_forms import VerbForms
    from readouts.seeds.types import ActorRecord

_FILE = "names.toml"


def mention_words(
    names: Mapping[str, Any], tables: NameTables, verbs: VerbForms, files: LexiconFiles
) -> MentionWords:
    """All the words that mentions are made of.

    Args:
        names: `names.toml`.
        tables: the tables of names.
        verbs: the forms of all verbs of the lexicon, which tell people from things.
        files: where problems are noted.
    """
    index = NameIndex()
    unclear = {(state.iso3, form) for state in tables.states for form in state.ambiguous}
    for kind, code, form in tables.forms():
        index.add(kind, code, form, is_clear=(code, form) not in unclear)
    groups = names["groups"]
    return MentionWords(
        names=index,
        offices=_office_words(names),
        people=person_words(names),
        groups=phrases(files, _FILE, "groups.both", groups["both"]),
        pronouns=frozenset(word for found in names["pronouns"].values() for word in found),
        human_verbs=verbs.finite,
        group_verbs=verbs.finite | AUXILIARY | set(strings(groups, "adverbs")),
        sides=frozenset(strings(groups, "sides")),
        plural_heads=_plural_heads(names["offices"]),
        issuing=frozenset(strings(names["bodies"], "issuing")),
    )


def person_words(names: Mapping[str, Any]) -> PersonWords:
    """How names of people are built."""
    return PersonWords(
        honorifics=frozenset(names["honorifics"]),
        honorific_phrases=_trie({honorific: honorific for honorific in names["honorifics"]}),
        particles=frozenset(names["particles"]),
        common=frozenset(names["common"]),
        month_names=frozenset(names["month_names"]),
        family_first=frozenset(names["family_first"]),
        short_form_last=frozenset(names["short_form_last"]),
        suffixes=frozenset(names["name_suffixes"]),
        post_nominals=frozenset(names["post_nominals"]),
    )


def heads_named_back(names: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The short titles by which holders of an office are named again, by the head of the office."""
    return {head: tuple(titles) for head, titles in names["offices"]["back"].items()}


def _office_words(names: Mapping[str, Any]) -> OfficeWords:
    offices, bodies = names["offices"], names["bodies"]
    kinds = {head: kind for kind, entries in offices["heads"].items() for head in entries}
    return OfficeWords(
        modifiers=frozenset(offices["modifiers"]),
        portfolio=frozenset(offices["portfolio"]),
        heads=_trie({head: head for head in kinds}),
        kinds=kinds,
        owners={words(title): owner for title, owner in offices["owner"].items()},
        owners_within=_trie(offices["owner_within"]),
        stacked=frozenset(offices["stacked"]["heads"]),
        local=frozenset(offices["local"]["heads"]),
        given=frozenset(offices["given"]["heads"]),
        tails=frozenset(offices["tails"]["words"]),
        vague=frozenset(offices["vague"]["heads"]),
        bodies=frozenset(bodies["heads"]),
        bodies_of_state=frozenset(bodies["of_state"]),
        of_any_body=frozenset(offices["of_any_body"]["heads"]),
        bodies_before=frozenset(offices["of_any_body"]["before"]),
        of_bodies_alone=frozenset(offices["of_any_body"]["alone"]),
    )


def _trie(entries: Mapping[str, str]) -> Trie[str]:
    """Phrases, each with what it stands for."""
    trie: Trie[str] = Trie()
    for phrase, meant in entries.items():
        trie.add(words(phrase), meant)
    return trie


def _plural_heads(offices: Mapping[str, Any]) -> Trie[str]:
    """'presidents', 'heads of state', 'foreign ministers', each with its singular; plurals without one."""
    trie: Trie[str] = Trie()
    plurals = offices.get("plural", {})
    for head in (head for entries in offices["heads"].values() for head in entries):
        first, _, rest = head.partition(" of ")
        plural = f"{first}s of {rest}" if rest else f"{head}s"
        trie.add(words(plural), head)
        for grade in () if rest else strings(plurals, "grades"):
            trie.add(words(f"{grade} {plural}"), f"{grade} {head}")
    for plural in strings(plurals, "only"):
        trie.add(words(plural), plural)
    return trie


def known_actors(tables: NameTables, names: Mapping[str, Any]) -> KnownActors:
    """What the tables say of states, bodies and people, by code and by name.

    Args:
        tables: the tables of names.
        names: `names.toml`, which says what offices only some states have.
    """
    bodies = {
        body.name: _body(body.name, f"org_{body.org_id}", country=None) for body in tables.organisations
    }
    people: dict[str, tuple[ActorRecord, ...]] = {}
    for actor in tables.actors:
        if actor.kind == "organisation":
            bodies[actor.name] = _body(actor.name, actor.actor_id, actor.country)
            continue
        for form in (actor.name, *actor.also):
            people[plain_name(form)] = (*people.get(plain_name(form), ()), actor)
    state_names = {state.iso3: state.name for state in tables.states}
    of_states = names["offices"]["of_states"]
    only_in, not_in = (
        {head: frozenset(codes) for head, codes in of_states[key].items()} for key in ("only", "none")
    )
    seats = {city: tuple(found) for city, found in names["shared_seats"].items()}
    return KnownActors(state_names, bodies, people, only_in, not_in, seats, _shared_adjectives(tables, names))


def _shared_adjectives(tables: NameTables, names: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The adjectives of one word that several states have, and that alone may mean any of them."""
    usual = strings(names["usual_adjectives"], "words")
    sharers: dict[str, list[str]] = {}
    for state in tables.states:
        for adjective in state.adjectives:
            sharers.setdefault(adjective.casefold(), []).append(state.iso3)
    several = {word: tuple(codes) for word, codes in sharers.items() if len(codes) > 1}
    return {word: codes for word, codes in several.items() if " " not in word and word not in usual}


def _body(name: str, actor_id: str, country: str | None) -> Entity:
    return Entity("organisation", name, name, name, actor_id=actor_id, country=country)
