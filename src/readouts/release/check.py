"""Checks a release: its files, schemas, keys, references, codes and evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from readouts.errors import Problem
from readouts.paths import is_version
from readouts.release.content import content_hash
from readouts.release.descriptor import NAME, table_schema
from readouts.release.files import csv_bytes, digest_of, sha256
from readouts.release.integrity import FETCH, file_problems, read_descriptor
from readouts.release.registry import NAME as REGISTRY
from readouts.release.registry import known_digest, read_digests
from readouts.release.texts import default_texts, texts_of
from readouts.tables.evidence import FIELDS, evidence_problems
from readouts.tables.models import MODELS
from readouts.tables.validate import find_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def check_release(folder: Path, texts: Path | None = None) -> list[Problem]:
    """Find everything that is wrong with a release; an empty list says that it is whole.

    A release of an older codebook is not measured by today's tables: it was checked when it was written, and
    is whole if every byte of it is still the same, by the list of digests that is kept apart from it.

    Args:
        folder: the folder of the release, such as `data/0.1.0`.
        texts: the folder of the articles; by default `seeds/articles` beside `data/`. Of articles that are
            not there only the length of the evidence is checked: `texts_note` tells. One that is there with
            other content is a problem.
    """
    problems = [*_digest_problems(folder), *file_problems(folder)]
    described = read_descriptor(folder)
    if problems or isinstance(described, Problem):
        return problems
    place = texts or default_texts(folder)
    if is_of_this_codebook(described):
        return [*_check_by_models(folder, described, place)]
    if not _is_known(folder, described):
        return [_other_codebook(folder, described)]
    return [*_check_evidence(folder, place)]


def is_of_this_codebook(described: dict[str, Any]) -> bool:
    """Whether a release has the tables and columns of today's models, by its descriptor."""
    found = {
        resource["path"]: resource.get("schema")
        for resource in described["resources"]
        if "schema" in resource
    }
    return found == {
        f"{name}.{kind}": table_schema(name, kind) for name in MODELS for kind in ("csv", "parquet")
    }


def _check_by_models(folder: Path, described: dict[str, Any], place: Path) -> Iterator[Problem]:
    tables = {name: pq.read_table(folder / f"{name}.parquet") for name in MODELS}
    yield from _changed_texts(tables["articles"], place)
    yield from find_problems(tables, texts_of(_ids(tables["articles"]), place))
    yield from _description_problems(folder, described, tables)


def _check_evidence(folder: Path, place: Path) -> Iterator[Problem]:
    """What can be checked of a release of any codebook: the evidence, against the texts that are at hand."""
    tables = {path.stem: pq.read_table(path) for path in sorted(folder.glob("*.parquet"))}
    quoting = {name for name in tables if name in MODELS and {*FIELDS} <= {*tables[name].column_names}}
    yield from _changed_texts(tables["articles"], place)
    yield from evidence_problems(tables, quoting, texts_of(_ids(tables["articles"]), place))


def _digest_problems(folder: Path) -> Iterator[Problem]:
    path = folder / NAME
    listed_here = read_digests(folder.parent)
    known = listed_here.get(folder.name)
    if listed_here and known is None and is_version(folder.name):
        do = "build again: what is whole is put on the list; or take it out if it was never released"
        yield Problem(str(folder), f"is not in {folder.parent / REGISTRY}", "a line for each release", do)
    if known and path.is_file() and digest_of(path) != known:
        listed = f"sha256:{known}, as in {folder.parent / REGISTRY}"
        yield Problem(str(path), f"its hash is {sha256(path)}", listed, FETCH)


def _is_known(folder: Path, described: dict[str, Any]) -> bool:
    version = str(described.get("version"))
    known = {read_digests(folder.parent).get(version), known_digest(version)}
    return digest_of(folder / NAME) in known


def _other_codebook(folder: Path, described: dict[str, Any]) -> Problem:
    version = described.get("version")
    return Problem(
        str(folder / NAME),
        f"describes other tables than this version of readouts, and {version} is no release that it knows",
        "the tables of CODEBOOK.md, or a release on the list of digests",
        "install the version of readouts that the release came with; if it was edited, fetch it again",
    )


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
