"""Texts, the coder's rows and the rulings, and the tables that they give together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from readouts.coder import code_articles, load_knowledge
from readouts.coder.rows.actor_table import known_actor
from readouts.errors import ReadoutsError
from readouts.rulings import apply_rulings, not_applicable
from readouts.seeds.read import read_seeds
from readouts.seeds.types import texts_of
from readouts.tables.arrow import to_arrow_tables
from readouts.tables.validate import validate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from readouts.errors import Problem
    from readouts.rulings.ruled import ActorSource, Rows
    from readouts.seeds.types import Article, Ruling


@dataclass(frozen=True)
class Bench:
    """What is reviewed.

    Attributes:
        articles: the texts with their sources.
        coded: the rows of the coder.
        actor_row: gives the row of an actor whom the coder did not meet.
        rulings: the rulings so far.
    """

    articles: Sequence[Article]
    coded: Rows
    actor_row: ActorSource
    rulings: tuple[Ruling, ...]

    @cached_property
    def texts(self) -> dict[str, str]:
        """The stored texts by article id."""
        return texts_of(self.articles)

    @cached_property
    def rows(self) -> Rows:
        """The rows of all tables under the rulings; raises `BadInput` where one does not apply."""
        return apply_rulings(self.coded, self.rulings, self.texts, self.actor_row)

    def failed(self) -> dict[str, Problem]:
        """The rulings that do not apply any more, by number, with what is wrong."""
        return not_applicable(self.coded, self.rulings, self.texts, self.actor_row)

    def ruled(self, rulings: Sequence[Ruling]) -> Bench:
        """The same under other rulings."""
        return replace(self, rulings=tuple(rulings))

    def check(self) -> None:
        """Make sure that the tables are valid; raises `InvalidRelease` with what is wrong."""
        validate(to_arrow_tables(self.rows), self.texts)


def open_bench(root: Path) -> Bench:
    """Read the seeds of a checkout and code the articles.

    Raises:
        ReadoutsError: it is no checkout, or what it holds cannot be used.
    """
    folder = root / "seeds"
    if not folder.is_dir():
        message = (
            f"{root.resolve()}: has no seeds/ folder to review; run this in a checkout of the repository"
        )
        raise ReadoutsError(message)
    seeds = read_seeds(folder)
    knowledge = load_knowledge(seeds.actors, seeds.occasions)
    coded = code_articles(seeds.articles, knowledge)
    return Bench(seeds.articles, coded, partial(known_actor, knowledge), seeds.rulings)
