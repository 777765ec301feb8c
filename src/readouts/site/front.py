"""The front page: what a release is, its files with sizes and hashes, and how to read and cite them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.publishing.page import caution, downloads, figures
from readouts.publishing.readers import readers, readers_of_tables
from readouts.publishing.schema_org import dataset
from readouts.publishing.views import views
from readouts.site.pages import DOCUMENTS
from readouts.site.render import page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from readouts.publishing.edition import Edition
    from readouts.publishing.readers import Reader
    from readouts.site.pages import Site

NAME = "index.html"


def front_page(site: Site, files: Sequence[Path]) -> str:
    """Write the front page.

    Args:
        site: the pages of the release.
        files: what can be downloaded, beside the page.
    """
    edition, names = site.edition, {path.name for path in files}
    accuracy = edition.text("ACCURACY.md")
    told = list(figures(accuracy))
    archive = f"{edition.top}.zip" in names
    return page(
        "index.html.j2",
        {
            **site.common("index"),
            "archive": archive,
            "downloads": downloads(edition, files),
            "targets": {**_targets(site), **{name: name for name in names & {"LICENSE-DATA"}}},
            "readers": _readers(edition, archive=archive),
            "views": views(),
            "articles": len(site.tables.articles),
            "figures": told,
            "intervals": any("(" in figure for _, figure in told),
            "caution": caution(accuracy),
            "dataset": dataset(edition, files),
        },
    )


def _targets(site: Site) -> dict[str, str]:
    """Where the front page links to for a document."""
    there = {link.name: link.file for link in site.links}
    return {file: there[name] for name, (_, file) in DOCUMENTS.items() if name in there}


def _readers(edition: Edition, *, archive: bool) -> list[Reader]:
    return readers(edition.version) if archive else readers_of_tables(edition.version, edition.top)
