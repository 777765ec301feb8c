"""Evidence: `text[start:end] == evidence` for every row that points to a text."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from readouts.errors import Problem
from readouts.tables import SHOWN
from readouts.tables.models import MODELS, primary_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set

    import pyarrow as pa

FIELDS = ("article_id", "evidence", "evidence_start", "evidence_end")


def evidence_problems(
    tables: Mapping[str, pa.Table], sound: Set[str], texts: Mapping[str, str] | None = None
) -> list[Problem]:
    """Rows whose evidence is not what the text holds there.

    Args:
        tables: the Arrow tables by name.
        sound: the tables whose cells are as the models want them; the others are left out.
        texts: the stored texts by article id; for an article without one, only the length is checked.
    """
    texts = texts or {}
    quoting = [name for name in MODELS if name in sound and "evidence" in tables[name].column_names]
    found = [_misquoted(name, tables[name], texts) for name in quoting]
    if "articles" in sound:
        found.append(_lengths_of_texts(tables["articles"], texts))
    return [problem for problems in found for problem in islice(problems, SHOWN)]


def _misquoted(name: str, table: pa.Table, texts: Mapping[str, str]) -> Iterator[Problem]:
    key = primary_key(name)[0]
    for number, row in enumerate(table.select([key, *FIELDS]).to_pylist()):
        where = f"{name}, row {number} ({row[key]}), evidence"
        yield from _wrong_span(where, row, texts.get(row["article_id"]))


def _wrong_span(where: str, row: Mapping[str, Any], text: str | None) -> Iterator[Problem]:
    start, end, evidence = row["evidence_start"], row["evidence_end"], row["evidence"]
    if end - start != len(evidence):
        yield Problem(where, f"{len(evidence)} characters at {start}:{end}", f"{end - start} characters")
    elif text is not None and text[start:end] != evidence:
        what = f"{_short(evidence)} at {start}:{end} of {row['article_id']}"
        yield Problem(where, what, f"{_short(text[start:end])}, as the stored text has it")


def _short(words: str, most: int = 60) -> str:
    return repr(words if len(words) <= most else f"{words[:most]}…")


def _lengths_of_texts(articles: pa.Table, texts: Mapping[str, str]) -> Iterator[Problem]:
    for row in articles.select(["article_id", "file", "characters"]).to_pylist():
        text = texts.get(row["article_id"])
        if text is not None and len(text) != row["characters"]:
            where = f"articles, {row['article_id']} ({row['file']}), characters"
            yield Problem(
                where, f"the value is {row['characters']}", f"{len(text)}, the length of the stored text"
            )
