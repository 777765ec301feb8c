r"""Reads the seeds, or a user's own texts, and shows everything that is wrong with them at once.

The seeds are strict: what would have to be changed on reading is reported. A user's texts are read as they
are: a BOM is dropped and line ends are made `\n`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from readouts.errors import BadInput, Problem
from readouts.seeds.actors import collect_actors
from readouts.seeds.articles import collect_articles, read_text
from readouts.seeds.catalogue import GIVEN_DATE, UNKNOWN_DATE, read_catalogue
from readouts.seeds.gold import collect_gold
from readouts.seeds.occasions import collect_occasions
from readouts.seeds.release import collect_release
from readouts.seeds.rulings import collect_rulings
from readouts.seeds.types import ActorRecord, Article, Occasion, Seeds, Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

T = TypeVar("T")


def read_seeds(folder: Path) -> Seeds:
    """Everything that a release is built from.

    Raises:
        BadInput: any of it cannot be used; all problems together.
    """
    problems: list[Problem] = []
    name = folder.resolve().name
    facts = collect_release(folder / "release.toml", f"{name}/release.toml", problems)
    catalogue = read_catalogue(folder / "sources.csv", f"{name}/sources.csv", problems, strict=True)
    articles = collect_articles(folder / "articles", f"{name}/articles", catalogue, problems, strict=True)
    occasions = collect_occasions(folder / "occasions.csv", f"{name}/occasions.csv", problems)
    actors = collect_actors(folder / "actors.csv", f"{name}/actors.csv", problems)
    rulings = collect_rulings(folder / "rulings.csv", f"{name}/rulings.csv", problems)
    gold = collect_gold(folder / "gold", f"{name}/gold", catalogue.entries, articles, problems)
    if problems or facts is None:
        raise BadInput(problems)
    return Seeds(
        articles=articles,
        occasions=occasions,
        actors=actors,
        version=facts.version,
        released=facts.released,
        title=facts.title,
        description=facts.description,
        gold=gold,
        rulings=rulings,
        reworded=facts.reworded,
    )


def read_articles(texts: Path, sources: Path) -> tuple[Article, ...]:
    """The texts of a folder with their sources, sorted by file name.

    Args:
        texts: folder of the texts: its `*.txt` and whatever else the catalogue names.
        sources: catalogue with the columns of `seeds/sources.csv`; further columns are passed over.

    Raises:
        BadInput: any of it cannot be used; all problems together.
    """
    problems: list[Problem] = []
    catalogue = read_catalogue(sources, sources.as_posix(), problems, strict=False)
    articles = collect_articles(texts, texts.as_posix(), catalogue, problems, strict=False)
    if problems:
        raise BadInput(problems)
    return articles


def read_article(path: Path, published: date | None = None, outlet: str = "") -> Article:
    """One text that no catalogue tells of.

    Args:
        path: the text.
        published: day of publication where it is known.
        outlet: who published it, where known.

    Raises:
        BadInput: the text cannot be used.
    """
    basis = GIVEN_DATE if published else UNKNOWN_DATE
    source = Source(file=path.name, outlet=outlet, published=published, published_basis=basis)
    problems: list[Problem] = []
    article = read_text(path, path.as_posix(), source, problems, strict=False)
    if article is None:
        raise BadInput(problems)
    return article


def read_catalogued(path: Path, sources: Path) -> Article:
    """One text with its row of a catalogue.

    Args:
        path: the text.
        sources: catalogue with the columns of `seeds/sources.csv`; it may tell of other texts, too.

    Raises:
        BadInput: the text or the catalogue cannot be used, or has no row for it; all problems together.
    """
    problems: list[Problem] = []
    catalogue = read_catalogue(sources, sources.as_posix(), problems, strict=False)
    entry = catalogue.entries.get(path.name)
    source = (entry.source if entry else None) or Source(file=path.name, outlet="")
    article = read_text(path, path.as_posix(), source, problems, strict=False)
    if entry is None and catalogue.whole:
        do = "add a row for it, or leave the catalogue out"
        problems.append(Problem(path.as_posix(), f"has no row in {catalogue.label}", do=do))
    if problems or article is None:
        raise BadInput(problems)
    return article


def read_actors(path: Path) -> tuple[ActorRecord, ...]:
    """The known persons and organisations, sorted by id; raises `BadInput` with all problems."""
    return _all_or_nothing(collect_actors, path)


def read_occasions(path: Path) -> tuple[Occasion, ...]:
    """The known occasions, in the order of the file; raises `BadInput` with all problems."""
    return _all_or_nothing(collect_occasions, path)


def _all_or_nothing(
    collect: Callable[[Path, str, list[Problem]], tuple[T, ...]], path: Path
) -> tuple[T, ...]:
    problems: list[Problem] = []
    found = collect(path, f"{path.resolve().parent.name}/{path.name}", problems)
    if problems:
        raise BadInput(problems)
    return found
