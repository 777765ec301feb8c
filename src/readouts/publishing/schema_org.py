"""The release as a Dataset of schema.org, as search engines for data read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.release.files import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from readouts.publishing.edition import Edition, Json

FORMATS = {
    ".zip": "application/zip",
    ".duckdb": "application/vnd.duckdb",
    ".sqlite": "application/vnd.sqlite3",
    ".parquet": "application/vnd.apache.parquet",
    ".csv": "text/csv",
    ".json": "application/ld+json",
    "datapackage.json": "application/json",
}


def dataset(edition: Edition, files: Sequence[Path]) -> Json:
    """Describe a release.

    Args:
        edition: the release.
        files: the files beside the page; those that hold the whole release are its distribution.
    """
    described = edition.described
    known = {"url": described.get("homepage"), "identifier": described.get("id")}
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": described["title"],
        "alternateName": described["name"],
        "description": described["description"],
        "version": edition.version,
        "datePublished": edition.released,
        "license": edition.licence["path"],
        "isAccessibleForFree": True,
        "creator": [{"@type": "Organization", "name": name} for name in edition.creators],
        "keywords": edition.keywords,
        "citation": edition.citation,
        "distribution": [_download(path) for path in files if path.suffix in FORMATS],
        "variableMeasured": list(_variables(edition)),
        **{key: value for key, value in known.items() if value},
    }


def _download(path: Path) -> Json:
    return {
        "@type": "DataDownload",
        "name": path.name,
        "contentUrl": path.name,
        "encodingFormat": FORMATS.get(path.name) or FORMATS[path.suffix],
        "contentSize": f"{path.stat().st_size} B",
        "sha256": digest_of(path),
    }


def _variables(edition: Edition) -> Iterator[Json]:
    for table, resource in edition.tables.items():
        for field in resource["schema"]["fields"]:
            yield {
                "@type": "PropertyValue",
                "name": f"{table}.{field['name']}",
                "description": field["description"],
            }
