"""How to cite a release: a line of text, or an entry for BibTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from readouts.described import DOI, describe
from readouts.errors import UnknownFormat

if TYPE_CHECKING:
    from readouts.described import Described

Style: TypeAlias = Literal["text", "bibtex"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros that every BibTeX style defines, so that each writes months in its own way."""

# BibTeX counts braces even behind a backslash, so they are named rather than escaped.
TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "&%$#_"},
    }
)
IN_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def cite(release: str | None = None, style: Style = "text") -> str:
    """Say how to cite a release.

    Args:
        release: version such as `0.1.0`; the newest by default.
        style: `text` for a line to paste, `bibtex` for an entry of BibTeX or BibLaTeX.

    Returns:
        The citation, without a line end. It has the DOI, else the address, if the release has one.

    Raises:
        UnknownRelease: there is no such release; the message lists the releases there are.
        UnknownFormat: the style is neither `text` nor `bibtex`.
        InvalidRelease: the descriptor of the release cannot be read.
    """
    styles = {"text": as_text, "bibtex": as_bibtex}
    if style not in styles:
        message = f"no style {style!r}; there are {', '.join(styles)}"
        raise UnknownFormat(message)
    return styles[style](describe(release))


def as_text(described: Described) -> str:
    """Write the citation as one line."""
    who, year = _listed(described.authors), described.released.year
    said = f"{who} ({year}): {described.title}, version {described.version}."
    where = DOI + described.doi if described.doi else described.homepage
    return " ".join(filter(None, (said, where)))


def as_bibtex(described: Described) -> str:
    """Write the citation as an entry `@misc`, which every style knows how to print.

    The version stands in `note`: `version` is a field that BibTeX's own styles pass over.
    """
    key = f"{described.name}_{described.version}".replace(".", "_")
    fields = {
        "author": " and ".join(f"{{{_tex(author)}}}" for author in described.authors),
        "title": f"{{{_tex(described.title)}}}",
        "year": str(described.released.year),
        "howpublished": "Data set",
        "note": f"Version {_tex(described.version)}",
        "license": _tex(described.licence),
        "doi": (described.doi or "").translate(IN_ADDRESSES),
        "url": (described.homepage or "").translate(IN_ADDRESSES),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    lines.insert(3, f"  month = {MONTHS[described.released.month - 1]},")
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _tex(text: str) -> str:
    return " ".join(text.split()).translate(TEX)
