"""Checks the examples of `topics/*.toml`: texts with the rows of the topic that must be made of them.

The coder itself never uses them; `tests/test_topic_examples.py` runs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.tables.codes import codes, elements_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from readouts.coder.lexicon.files import LexiconFiles

_KEYS = ("text", "coded", "gap")
_VOCABULARIES = {"stance": "stance", "act": "act", "voice": "voice", "areas": "area"}
_ROW_KEYS = ("holder", "target", "strength", *_VOCABULARIES)
_TITLE = 40


def check_examples(table: Mapping[str, Any], name: str, topic: str, files: LexiconFiles) -> None:
    """Note what is wrong with the examples of a topic: keys and codes that do not exist, what is missing."""
    row_keys = (*_ROW_KEYS, "elements") if elements_of(topic) else _ROW_KEYS
    for number, example in enumerate(table.get("examples", ()), 1):
        title = f"examples {number}: {str(example.get('text', '')).strip()[:_TITLE]}".rstrip(" :")
        problems = [*_slips(example, ("text", "coded"), _KEYS)]
        for row in example.get("coded", ()):
            problems += _slips(row, ("holder",), row_keys)
            for key, value, allowed in _coded_values(row, topic):
                files.check(name, title, key, value, allowed)
        for what, expected, do in problems:
            files.problem(name, title, what, expected, do)


def _slips(
    entry: Mapping[str, Any], needed: tuple[str, ...], known: tuple[str, ...]
) -> Iterator[tuple[str, str, str]]:
    """What lacks and what is not known of the keys: what is wrong, what was expected, what to do."""
    for key in (key for key in needed if key not in entry):
        yield f"'{key}' is missing", "an example with it", "add it"
    for key in (key for key in entry if key not in known):
        yield f"unknown key '{key}'", f"one of {', '.join(known)}", "mend it or take it out"


def _coded_values(row: Mapping[str, Any], topic: str) -> Iterator[tuple[str, object, tuple[str, ...]]]:
    """Every code of a row with the codes that it may be."""
    for key, vocabulary in _VOCABULARIES.items():
        for value in _values(row.get(key, ())):
            yield key, value, codes(vocabulary)
    elements = elements_of(topic)
    for value in _values(row.get("elements", ())) if elements else ():
        yield "elements", value, elements


def _values(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [value]
