"""How to cite a release."""

from __future__ import annotations

import json
from typing import Literal

from readouts.paths import release_folder

MAKERS = "The readouts maintainers"


def cite(release: str | None = None, style: Literal["text", "bibtex"] = "text") -> str:
    """Cite a release, the newest by default, as text or as BibTeX."""
    described = json.loads((release_folder(release) / "datapackage.json").read_text(encoding="utf-8"))
    title, version, year = described["title"], described["version"], described["created"][:4]
    if style == "text":
        return f"{MAKERS} ({year}): {title}, version {version}."
    key = "readouts_" + version.replace(".", "_")
    return (
        f"@misc{{{key},\n  author = {{{{{MAKERS}}}}},\n  title = {{{{{title}}}}},\n  year = {{{year}}},\n"
        f"  note = {{Version {version}}}\n}}"
    )
