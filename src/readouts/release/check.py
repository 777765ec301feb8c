"""Checks a release: its files, schemas, keys, references, codes and evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from readouts.errors import Problem
from readouts.release.content import content_hash
from readouts.release.descriptor import table_schema
from readouts.release.files import csv_bytes, sha256
from readouts.release.integrity import FETCH, file_problems, read_descriptor
from readouts.release.texts import default_texts, texts_of
from readouts.tables.models import MODELS
from readouts.tables.validate import find_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def check_release(folder: Path, texts: Path | None = None) -> list[Problem]:
    """Find everything that is wrong with a release; an empty list says that it is whole.

    Args:
        folder: the folder of the release, such as `data/0.1.0`.
        texts: the folder of the articles; by default `seeds/articles` beside `data/`. Of articles that are
            not there only the length of the evidence is checked: `texts_note` tells. One that is there with
            other content is a problem.
    """
    problems = file_problems(folder)
    described = read_descriptor(folder)
    if problems or isinstance(described, Problem):
        return problems
    problems = [*_missing_tables(folder)]
    if problems:
        return problems
    tables = {name: pq.read_table(folder / f"{name}.parquet") for name in MODELS}
    place = texts or default_texts(folder)
    problems = find_problems(tables, texts_of(_ids(tables["articles"]), place))
    changed = _changed_texts(tables["articles"], place)
    return [*changed, *problems, *_description_problems(folder, described, tables)]


def texts_note(folder: Path, texts: Path | None = None) -> str:
    """Say in one line which evidence could be compared with its text."""
    place = texts or default_texts(folder)
    articles = pq.read_table(folder / "articles.parquet", columns=["article_id", "sha256"])
    found, wanted = len(texts_of(_ids(articles), place)), articles.num_rows
    if found == wanted:
        return f"evidence compared with all {wanted} texts in {place}"
    return (
        f"{wanted - found} of {wanted} texts are not in {place}: "
        "of their evidence only the length was checked, not the words"
    )


def _ids(articles: pa.Table) -> dict[str, str]:
    return dict(zip(articles["sha256"].to_pylist(), articles["article_id"].to_pylist(), strict=True))


def _changed_texts(articles: pa.Table, folder: Path) -> Iterator[Problem]:
    for row in articles.select(["file", "sha256"]).to_pylist():
        path, wanted = folder / row["file"], f"sha256:{row['sha256']}"
        if path.is_file() and sha256(path) != wanted:
            do = "put back the text that the release was made from"
            yield Problem(str(path), f"its hash is {sha256(path)}", wanted, do)


def _missing_tables(folder: Path) -> Iterator[Problem]:
    for name in MODELS:
        if not (folder / f"{name}.parquet").is_file():
            yield Problem(str(folder / f"{name}.parquet"), "is missing", "a file for each table", FETCH)


def _description_problems(
    folder: Path, described: dict[str, Any], tables: Mapping[str, pa.Table]
) -> Iterator[Problem]:
    for resource in described["resources"]:
        name, _, kind = resource["path"].partition(".")
        if name not in tables:
            continue
        yield from _resource_problems(folder, resource, name, kind, tables[name])
        if kind == "csv" and (folder / resource["path"]).read_bytes() != csv_bytes(tables[name]):
            yield Problem(
                str(folder / resource["path"]), "differs from the Parquet file", "the same rows", FETCH
            )


def _resource_problems(
    folder: Path, resource: Mapping[str, Any], name: str, kind: str, table: pa.Table
) -> Iterator[Problem]:
    wanted = {"rows": table.num_rows, "content_hash": content_hash(table), "schema": table_schema(name, kind)}
    for key, value in wanted.items():
        if resource.get(key) != value:
            where = f"{folder / 'datapackage.json'}, {resource['path']}, {key}"
            shown = "" if key == "schema" else str(value)
            yield Problem(
                where,
                f"is not that of the file: {resource.get(key)}" if shown else "is not that of the models",
                shown,
            )
