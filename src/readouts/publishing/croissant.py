"""`croissant.json`: the release as Croissant metadata, made and checked by mlcroissant.

Names of files are relative: the one inside the zip lies beside the tables, the one beside the zip finds them
in the zip.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from readouts.errors import ReadoutsError
from readouts.publishing.tools import tool
from readouts.release.files import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from readouts.publishing.edition import Edition, Json

NAME = "croissant.json"
FAULT = f"{NAME}: mlcroissant finds fault with what the descriptor tells:"
ZIP = "archive"
FORMATS = {"csv": "text/csv", "parquet": "application/x-parquet"}
TYPES = {"string": "TEXT", "date": "DATE", "integer": "INTEGER", "boolean": "BOOL"}


def croissant(edition: Edition, archive: Path | None = None) -> bytes:
    """Write the metadata of a release.

    Args:
        edition: the release.
        archive: the zip that holds the tables; without it, they lie beside.

    Raises:
        ReadoutsError: mlcroissant is not installed, or finds something wrong.
    """
    mlc = tool("mlcroissant")
    try:
        made = _metadata(mlc, edition, archive)
    except mlc.ValidationError as error:
        message = f"{FAULT}\n{error}"
        raise ReadoutsError(message) from None
    _refuse_warnings(made.issues)
    text = json.dumps(made.to_json(), indent=2, ensure_ascii=False, sort_keys=True)
    return f"{text}\n".encode()


def _metadata(mlc: Any, edition: Edition, archive: Path | None) -> Any:
    return mlc.Metadata(
        name=edition.described["name"],
        description=edition.described["description"],
        url=edition.described.get("homepage"),
        license=[edition.licence["path"]],
        version=edition.version,
        date_published=edition.released,
        cite_as=edition.bibtex,
        keywords=edition.keywords,
        creators=[mlc.Organization(name=name) for name in edition.creators],
        distribution=[*_archive(mlc, archive), *_files(mlc, edition, archive)],
        record_sets=[_record_set(mlc, name, table) for name, table in edition.tables.items()],
    )


def _refuse_warnings(issues: Any) -> None:
    if issues.warnings:
        lines = "\n".join(f"  {line}" for line in sorted(issues.warnings))
        message = f"{FAULT}\n{lines}"
        raise ReadoutsError(message)


def _archive(mlc: Any, archive: Path | None) -> Iterator[Any]:
    if archive:
        yield mlc.FileObject(
            id=ZIP,
            name=archive.name,
            description="All files of the release.",
            content_url=archive.name,
            content_size=f"{archive.stat().st_size} B",
            encoding_formats=["application/zip"],
            sha256=digest_of(archive),
        )


def _files(mlc: Any, edition: Edition, archive: Path | None) -> Iterator[Any]:
    where = {"contained_in": [ZIP]} if archive else {}
    for resource in edition.table_files:
        path = resource["path"]
        yield mlc.FileObject(
            id=path,
            name=path,
            description=resource["description"],
            content_url=f"{edition.top}/{path}" if archive else path,
            content_size=f"{resource['bytes']} B",
            encoding_formats=[FORMATS[resource["format"]]],
            sha256=resource["hash"].removeprefix("sha256:"),
            **where,
        )


def _record_set(mlc: Any, name: str, table: Json) -> Any:
    schema = table["schema"]
    targets = {key["fields"][0]: key["reference"] for key in schema.get("foreignKeys", [])}
    return mlc.RecordSet(
        id=name,
        name=name,
        description=table["description"],
        key=[f"{name}/{column}" for column in schema["primaryKey"]],
        fields=[_field(mlc, name, field, targets.get(field["name"])) for field in schema["fields"]],
    )


def _field(mlc: Any, table: str, field: Json, target: Json | None) -> Any:
    refers = {"references": mlc.Source(field=f"{target['resource']}/{target['fields'][0]}")} if target else {}
    return mlc.Field(
        id=f"{table}/{field['name']}",
        name=field["name"],
        description=field["description"],
        data_types=[getattr(mlc.DataType, TYPES[field["type"]])],
        source=mlc.Source(file_object=f"{table}.parquet", extract=mlc.Extract(column=field["name"])),
        **refers,
    )
