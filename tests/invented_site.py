"""The site of an invented release in which every text does what texts should not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import invented_hostile
from readouts.publishing.edition import Edition
from readouts.site.write import write_pages

if TYPE_CHECKING:
    from pathlib import Path

    import invented

NASTY = '</title></script><script>alert(1)</script><img src=x onerror=alert(1)> & "talks" {{ 7 * 7 }} <!--'
TOLD = {
    "positions": ("evidence", "formula", "speaker", "holder", "rule", "strength"),
    "events": ("label", "place", "rule"),
    "reports": ("evidence",),
    "participants": ("name", "office", "evidence"),
    "actors": ("name", "names"),
    "rulings": ("reason", "ruled_by", "was", "becomes"),
}


def hostile_site(place: Path) -> Path:
    """Write the site into a folder of the place."""
    folder = invented_hostile.write(place / "data", hostile_rows())
    out = place / "site"
    out.mkdir()
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("READOUTS_DATA", str(place / "data"))
        write_pages(out, Edition(folder, {**described, "title": NASTY}, {"DATA_CHANGES.md": NASTY.encode()}))
    return out


def hostile_rows() -> invented.Rows:
    """Rows that all belong to the article with the worst title."""
    texts = [*invented_hostile.TEXTS.values(), *(text for text, _ in invented_hostile.CONTROLS.values())]
    changed = invented_hostile.rows([*texts, NASTY])
    article = {"article_id": changed["articles"][-1]["article_id"]}
    changed["articles"][-1].update(url="javascript:alert(1)", outlet=NASTY, proof=NASTY)
    for table, columns in TOLD.items():
        for row in changed[table]:
            row.update(dict.fromkeys(columns, NASTY))
            row.update({key: value for key, value in article.items() if key in row})
    changed["coverage"] = []
    return changed
