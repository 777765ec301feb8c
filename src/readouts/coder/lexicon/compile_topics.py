"""Compiles what is spoken of: the formulas of `topics/*.toml` and the fields of `areas.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from readouts.coder.lexicon.examples import check_examples
from readouts.coder.lexicon.files import strings
from readouts.coder.positions.areas import AreaIndex
from readouts.coder.positions.topics import Formula, Topic, TopicIndex
from readouts.coder.text.tokens import words
from readouts.coder.text.trie import Trie
from readouts.tables.codes import codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readouts.coder.lexicon.files import LexiconFiles
    from readouts.lexicon.read import OrganisationEntry

_UNWRITTEN = ("rule", "topic", "organisation")
FORMULA_KEYS = ("id", "patterns", "areas", *(f.name for f in fields(Formula) if f.name not in _UNWRITTEN))
_AREAS = "areas.csv"
Areas = Mapping[str, tuple[str, ...]]


def topic_index(files: LexiconFiles, organisations: Sequence[OrganisationEntry], areas: Areas) -> TopicIndex:
    """Every topic with its formulas; those of words alone apart from those with classes of mentions.

    Args:
        files: the lexicon.
        organisations: those of which the regional ones are a topic by themselves.
        areas: the fields of cooperation with their words.
    """
    topics: dict[str, Topic] = {}
    by_words: Trie[Formula] = Trie()
    by_classes: Trie[Formula] = Trie()
    for name in files.topics():
        table = files.toml(name)
        topic = _topic(table, name, files)
        topics[topic.code] = topic
        check_examples(table, name, topic.code, files)
        for formula, sequence in _formulas(table, name, topic, files, areas):
            trie = by_classes if any(key.startswith("@") for key in sequence) else by_words
            trie.add(sequence, formula)
    return TopicIndex(topics, by_words, by_classes, frozenset(o.name for o in organisations if o.regional))


def _topic(table: Mapping[str, Any], name: str, files: LexiconFiles) -> Topic:
    code = table.get("topic", "")
    files.check(name, "", "topic", code, codes("topic"))
    return Topic(
        code, table.get("target", "none"), table.get("general", False), table.get("organisations", False),
        strings(table, "beside"), frozenset(strings(table, "not_under")),
        frozenset(strings(table, "not_before")), frozenset(strings(table, "not_after")),
        table.get("is_field", False), strings(table, "disputed"),
    )  # fmt: skip


def _formulas(
    table: Mapping[str, Any], name: str, topic: Topic, files: LexiconFiles, areas: Areas
) -> Iterator[tuple[Formula, tuple[str, ...]]]:
    """The formulas of a topic, each with the token sequences that it stands for."""
    for entry in files.entries(name, table, "formulas"):
        files.known_keys(name, entry, FORMULA_KEYS)
        for element in strings(entry, "elements"):
            files.check(name, entry["id"], "elements", element, codes("element"))
        formula = _formula(topic.code, entry)
        for sequence in files.compile(name, entry["id"], strings(entry, "patterns")):
            yield formula, sequence
        for area in strings(entry, "areas"):
            files.check(name, entry["id"], "areas", area, codes("area"))
            for phrase in areas.get(area, ()):
                yield formula, words(phrase)


def _formula(topic: str, entry: Mapping[str, Any]) -> Formula:
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
        only_names=entry.get("only_names", False),
        yields_to=frozenset(strings(entry, "yields_to")),
        not_under=frozenset(strings(entry, "not_under")),
        only_headed=frozenset(strings(entry, "only_headed")),
        of_only=frozenset(strings(entry, "of_only")),
        needs_target=entry.get("needs_target", False),
        of_none=entry.get("of_none", False),
    )


def read_areas(files: LexiconFiles) -> Areas:
    """The words of each field of cooperation."""
    areas: dict[str, tuple[str, ...]] = {}
    for row in files.rows(_AREAS, "area", "words"):
        files.check(_AREAS, row["area"], "area", row["area"], codes("area"))
        areas[row["area"]] = (*areas.get(row["area"], ()), *row["words"].split(";"))
    return areas


def area_index(areas: Areas) -> AreaIndex:
    """The fields of cooperation by their words."""
    trie: Trie[str] = Trie()
    for area, phrases in areas.items():
        for phrase in phrases:
            trie.add(words(phrase), area)
    return AreaIndex(trie)
