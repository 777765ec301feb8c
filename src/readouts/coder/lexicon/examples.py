"""Checks the examples of `topics/*.toml`: texts with the rows of the topic that the coder has to make of them.

The coder itself never uses them; `tests/test_topic_examples.py` runs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.tables.codes import codes, elements_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from readouts.coder.lexicon.files import LexiconFiles

EXAMPLE_KEYS = ("text", "coded", "gap")
_VOCABULARIES = {"stance": "stance", "act": "act", "voice": "voice", "areas": "area"}
ROW_KEYS = ("holder", "target", "elements", "strength", *_VOCABULARIES)
_TITLE = 40


def check_examples(table: Mapping[str, Any], name: str, topic: str, files: LexiconFiles) -> None:
    """Note what is wrong with the examples of a topic: keys and codes that do not exist, what is missing."""
    for number, example in enumerate(table.get("examples", ()), 1):
        title = f"examples {number}: {str(example.get('text', '')).strip()[:_TITLE]}".rstrip(" :")
        _check_keys(example, ("text", "coded"), EXAMPLE_KEYS, name, title, files)
        for row in example.get("coded", ()):
            _check_keys(row, ("holder",), ROW_KEYS, name, title, files)
            for key, value, allowed in _coded_values(row, topic):
                files.check(name, title, key, value, allowed)


def _check_keys(
    entry: Mapping[str, Any],
    needed: tuple[str, ...],
    known: tuple[str, ...],
    name: str,
    title: str,
    files: LexiconFiles,
) -> None:
    for key in (key for key in needed if key not in entry):
        files.problem(name, title, f"'{key}' is missing", "an example with it", "add it")
    for key in (key for key in entry if key not in known):
        files.problem(name, title, f"unknown key '{key}'", f"one of {', '.join(known)}", "mend it")


def _coded_values(row: Mapping[str, Any], topic: str) -> Iterator[tuple[str, object, tuple[str, ...]]]:
    """Every code of a row with the codes that it may be."""
    for key, vocabulary in _VOCABULARIES.items():
        for value in _values(row.get(key, ())):
            yield key, value, codes(vocabulary)
    for value in _values(row.get("elements", ())):
        yield "elements", value, elements_of(topic)


def _values(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [value]
