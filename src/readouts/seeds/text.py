"""Decodes texts as received into the stored text that evidence offsets count."""

from __future__ import annotations

import re

from readouts.errors import Problem

BOM = "\ufeff"
NUL = re.compile("\x00")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

STORE_AGAIN = "store it again as UTF-8, without a BOM and with \\n at the end of each line"


def stored_text(data: bytes) -> str:
    r"""The text that offsets count: UTF-8 decoded, a BOM dropped, line ends made `\n`, nothing else changed.

    Raises:
        UnicodeDecodeError: the bytes are not UTF-8.
    """
    return data.decode("utf-8").removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")


def not_utf8(error: UnicodeDecodeError, label: str) -> Problem:
    """The problem of bytes that are not UTF-8, with the place of the first wrong one."""
    return Problem(
        where=label,
        what=f"is not UTF-8 (byte 0x{error.object[error.start]:02x} at byte offset {error.start})",
        expected="text stored as UTF-8",
        do="find out its encoding and store it again as UTF-8",
    )


def text_problems(data: bytes, label: str, *, strict: bool) -> list[Problem]:
    """What is wrong with a text as received.

    Args:
        data: the file's bytes.
        label: how messages name the file.
        strict: also report what `stored_text` would change, and control characters other than NUL.
    """
    try:
        raw = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return [not_utf8(error, label)]
    if not raw.removeprefix(BOM).strip():
        return [Problem(label, "is empty", "the text of an article", "put the text in or take the file out")]
    changed = _changed_when_stored(raw, label) if strict else []
    return changed + _control_characters(raw, label, CONTROL if strict else NUL)


def _changed_when_stored(raw: str, label: str) -> list[Problem]:
    problems = []
    if raw.startswith(BOM):
        problems.append(Problem(label, "begins with a byte order mark (BOM)", "plain UTF-8", STORE_AGAIN))
    if "\r" in raw:
        line = raw.partition("\r")[0].count("\n") + 1
        end = "CRLF" if "\r\n" in raw else "CR"
        what = f"has {end} line ends (first in line {line})"
        problems.append(Problem(label, what, "\\n alone", STORE_AGAIN))
    return problems


def _control_characters(raw: str, label: str, unwanted: re.Pattern[str]) -> list[Problem]:
    found = unwanted.search(raw)
    if found is None:
        return []
    line = raw.count("\n", 0, found.start()) + 1
    what = f"holds the control character U+{ord(found[0]):04X} in line {line}"
    return [Problem(label, what, "text alone", "get the text again from its source and store that")]
