"""Plain words for codes and sides, on pictures and pages (`words.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from readouts.lexicon.read import load_states


def word(vocabulary: str, code: str) -> str:
    """What a code is called in the middle of a sentence; one without a word loses its underscores."""
    return _words().get(vocabulary, {}).get(code) or code.replace("_", " ")


def worded(vocabulary: str) -> tuple[str, ...]:
    """The codes of a vocabulary that have a word, in the order of the file."""
    return tuple(_words().get(vocabulary, {}))


def side_name(side: str) -> str:
    """The name of a state, given its ISO 3166-1 alpha-3 code; any other side is called what it is."""
    return _states().get(side, side)


@cache
def _words() -> dict[str, dict[str, str]]:
    held = tomllib.loads((files("readouts.plain") / "words.toml").read_text(encoding="utf-8"))
    return {**held, "core_topic": held["topic"]}


@cache
def _states() -> dict[str, str]:
    return {state.iso3: state.name for state in load_states()}
