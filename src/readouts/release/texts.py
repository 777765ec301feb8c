"""The articles' texts beside a release, as far as they are at hand."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from readouts.seeds.text import stored_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def default_texts(folder: Path) -> Path:
    """The articles' folder of the checkout that a release lies in."""
    return folder.resolve().parent.parent / "seeds" / "articles"


def texts_of(ids: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Read the stored texts that are at hand, by article id.

    Args:
        ids: the article ids by the SHA-256 of their texts, which a text is known by.
        folder: where the texts are; it may be missing.
    """
    texts = {}
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        data = path.read_bytes() if path.is_file() else b""
        article_id = ids.get(hashlib.sha256(data).hexdigest())
        if article_id:
            texts[article_id] = stored_text(data)
    return texts
