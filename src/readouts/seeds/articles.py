"""Reads the texts of a folder and joins each with its row of the catalogue."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from readouts.errors import Problem
from readouts.seeds.tables import read_bytes
from readouts.seeds.text import stored_text, text_problems
from readouts.seeds.types import Article, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from readouts.seeds.catalogue import Catalogue


def collect_articles(
    folder: Path, label: str, catalogue: Catalogue, problems: list[Problem], *, strict: bool
) -> tuple[Article, ...]:
    """The articles of a folder, sorted by file name; what is wrong with them is reported.

    Args:
        folder: where the texts are.
        label: how messages name the folder.
        catalogue: its sources.
        problems: gets what is wrong.
        strict: whatever lies there is a text that needs a row, stored as offsets count it (else only `*.txt`
            and the files of the catalogue, with any line ends).
    """
    if not folder.is_dir():
        problems.append(Problem(label, "is not there", "the folder of the texts", "add it"))
        return ()
    files = {path.name: path for path in _texts(folder, catalogue, strict=strict)}
    if not files:
        problems.append(Problem(label, "holds no text", "one or more", "add the texts"))
    problems.extend(_unmatched(files, label, catalogue))
    articles = []
    for name, path in files.items():
        entry = catalogue.entries.get(name)
        source = (entry.source if entry else None) or Source(file=name, outlet="")
        article = read_text(path, f"{label}/{name}", source, problems, strict=strict)
        if article is not None:
            articles.append(article)
    problems.extend(_doubles(articles, label))
    return tuple(articles)


def read_text(
    path: Path, label: str, source: Source, problems: list[Problem], *, strict: bool
) -> Article | None:
    """One text with its source, or None after its problems were noted."""
    data = read_bytes(path, label, problems)
    if data is None:
        return None
    found = text_problems(data, label, strict=strict)
    problems.extend(found)
    return None if found else Article(source, stored_text(data), hashlib.sha256(data).hexdigest())


def _texts(folder: Path, catalogue: Catalogue, *, strict: bool) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        wanted = strict or path.suffix.lower() == ".txt" or path.name in catalogue.entries
        if wanted and (strict or path.is_file()) and not path.name.startswith("."):
            yield path


def _unmatched(files: Mapping[str, Path], label: str, catalogue: Catalogue) -> Iterator[Problem]:
    for name, entry in catalogue.entries.items():
        if name not in files:
            do = "add the text or take the row out"
            yield entry.row.problem("file", f"'{name}' is not there", f"a text of this name in {label}", do)
    for name, path in files.items():
        if catalogue.whole and name not in catalogue.entries and path.is_file():
            do = "add a row for it or take the file out"
            yield Problem(f"{label}/{name}", f"has no row in {catalogue.label}", do=do)


def _doubles(articles: list[Article], label: str) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for article in articles:
        name = article.source.file
        if article.text in first:
            what = f"holds the same text as {label}/{first[article.text]}"
            do = "take one of the files and its row out"
            yield Problem(f"{label}/{name}", what, "each article once", do)
        first.setdefault(article.text, name)
