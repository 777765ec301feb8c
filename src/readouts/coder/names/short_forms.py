"""The parts of a personal name that stand for it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.coder.names.people import PersonWords


def is_numeral(text: str) -> bool:
    """'II' in 'King Thabo II'."""
    return set(text) <= {"I", "V", "X"}


def short_forms(
    name: str, *, family_first: bool, short_form_last: bool = False, words: PersonWords | None = None
) -> tuple[str, ...]:
    """The parts of a name that stand for it alone, the likeliest first.

    Args:
        name: the full name.
        family_first: whether the family name stands in front.
        short_form_last: whether the last part is the short form even so.
        words: which small words begin a family name ('Al Harbi') and which are no parts ('Jr.').
    """
    suffixes, particles = (words.suffixes, words.particles) if words else (frozenset(), frozenset())
    parts = [p for p in name.replace("-", " ").split() if _is_telling(p, suffixes)]
    if len(parts) < 2:
        return tuple(parts)
    ends = [parts[0], parts[-1]] if family_first and not short_form_last else [parts[-1], parts[0]]
    if len(parts) > 2 and "-" not in name:
        ends.append(" ".join(parts[1:]))
    ends.extend(" ".join(parts[k:]) for k in range(1, len(parts) - 1) if parts[k].casefold() in particles)
    if len(parts) > 2 and not family_first:
        ends.extend(part for part in parts[1:-1] if part.casefold() not in particles)
    whole = name.split()
    if "-" in name:
        ends.extend((whole[0], whole[-1]))
    return tuple(dict.fromkeys(ends))


def _is_telling(part: str, suffixes: frozenset[str]) -> bool:
    """Whether a part of a name is more than an initial, a numeral or a suffix."""
    plain = part.rstrip(".")
    return len(plain) > 1 and not is_numeral(plain) and plain.casefold() not in suffixes
