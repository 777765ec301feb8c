"""Looks whether the gold standard in the seeds belongs to the articles that are there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from readouts.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from readouts.seeds.types import Article


def collect_gold(
    folder: Path, label: str, files: Iterable[str], articles: Iterable[Article], problems: list[Problem]
) -> tuple[str, ...]:
    """File names of the gold standard, sorted; none where the folder is not there.

    Args:
        folder: where the gold standard is.
        label: how messages name the folder.
        files: the texts of the catalogue, those that could not be read among them.
        articles: the texts that could be read.
        problems: gets what is wrong.
    """
    digests: dict[str, str | None] = dict.fromkeys(files)
    digests.update({article.source.file: article.sha256 for article in articles})
    names = sorted(path.name for path in folder.glob("*.json"))
    for name in names:
        problem = _gold_problem(folder / name, f"{label}/{name}", digests)
        if problem is not None:
            problems.append(problem)
    return tuple(names)


def _gold_problem(path: Path, label: str, digests: dict[str, str | None]) -> Problem | None:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        return Problem(label, f"is not JSON ({error})", "the gold standard of an article", "correct it")
    if not isinstance(gold, dict) or not {"article", "sha256"} <= gold.keys():
        expected = "an object with 'article' and 'sha256'"
        return Problem(label, "does not name its article", expected, "add them")
    article = str(gold["article"])
    if article not in digests:
        do = "add the article or take the gold out"
        return Problem(label, f"is of '{article}', which is not there", do=do)
    if digests[article] not in {None, gold["sha256"]}:
        do = "restore the article as it was coded, or code it again"
        return Problem(label, f"was made from another text of '{article}'", f"sha256 {digests[article]}", do)
    return None
