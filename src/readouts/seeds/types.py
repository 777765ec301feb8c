"""What the seeds hold, once read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@dataclass(frozen=True)
class Source:
    """Where an article comes from: a row of `seeds/sources.csv`.

    Attributes:
        file: file name of the text.
        outlet: who published it.
        outlet_country: ISO 3166-1 alpha-3 of the outlet, or None.
        url: address of the page, or None.
        published: day of publication in the outlet's place, or None where unknown.
        published_basis: what the day rests on, a code of the vocabulary `published_basis`.
        proof: what shows the date to be right.
        title: headline, or None where it only stands in the text.
        language: BCP 47 tag.
    """

    file: str
    outlet: str
    outlet_country: str | None = None
    url: str | None = None
    published: date | None = None
    published_basis: str = "none"
    proof: str | None = None
    title: str | None = None
    language: str = "en"


@dataclass(frozen=True)
class Article:
    r"""A text as received, with its source.

    Attributes:
        source: its row of the catalogue.
        text: the stored text: UTF-8 decoded, BOM dropped, line ends made `\n`, nothing else changed.
        sha256: hexadecimal digest of the file's bytes as received.
    """

    source: Source
    text: str
    sha256: str

    @property
    def article_id(self) -> str:
        """The stable id, from the digest."""
        return f"art_{self.sha256[:12]}"


def texts_of(articles: Iterable[Article]) -> dict[str, str]:
    """The stored texts by article id."""
    return {article.article_id: article.text for article in articles}


@dataclass(frozen=True)
class Occasion:
    """A known occasion that texts refer to: a row of `seeds/occasions.csv`."""

    name: str
    also: tuple[str, ...]
    start: date
    end: date
    place: str | None
    country: str | None
    proof: str


@dataclass(frozen=True)
class Tenure:
    """An office held by a person; bounds are None where unknown or open."""

    office: str
    office_of: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class ActorRecord:
    """A known person or organisation: the rows of `seeds/actors.csv` with one `actor_id`.

    Attributes:
        actor_id: `per_...` or `org_...`.
        kind: `person` or `organisation`.
        name: the usual English name.
        country: ISO 3166-1 alpha-3 of the state it belongs to, or None.
        wikidata: Q-number, or None.
        also: other forms of the name met in texts.
        tenures: offices held (persons only).
    """

    actor_id: str
    kind: str
    name: str
    country: str | None = None
    wikidata: str | None = None
    also: tuple[str, ...] = ()
    tenures: tuple[Tenure, ...] = ()


@dataclass(frozen=True)
class Place:
    """A stretch of a text: its file in `seeds/articles`, and offsets in characters, `end` exclusive."""

    file: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.file}@{self.start}-{self.end}"


@dataclass(frozen=True)
class RulingCell:
    """What a ruling says of one column: what stood there, and what is right; None for an empty cell.

    Attributes:
        column: the column; empty where the ruling is about the row as a whole.
        was: what it corrects.
        becomes: what is right.
        line: row of the CSV file.
    """

    column: str
    was: str | None
    becomes: str | None
    line: int


@dataclass(frozen=True)
class Ruling:
    """A human judgement on one row: consecutive rows of `seeds/rulings.csv` with one number.

    Attributes:
        ruling_id: its number, such as `r0012`.
        action: a code of the vocabulary `ruling_action`.
        table: the table of the row.
        row: id of the row, or None where `place` alone tells it.
        place: the evidence of the row, or None where `row` alone tells it.
        cells: what it says, column by column; one cell without a column for a row as a whole.
        reason: why, for people; an acceptance needs none.
        who: who ruled.
        day: when.
        line: row of the CSV file.
    """

    ruling_id: str
    action: str
    table: str
    row: str | None
    place: Place | None
    cells: tuple[RulingCell, ...]
    reason: str | None
    who: str
    day: date
    line: int


@dataclass(frozen=True)
class Seeds:
    """Everything that a release is built from.

    Attributes:
        articles: the texts with their sources, sorted by file name.
        occasions: known occasions, in the order of their table.
        actors: known persons and organisations, sorted by id.
        rulings: what people ruled on rows of the coder, in the order of their table.
        reworded: columns and codes whose description was changed and whose meaning was not.
        version: of the release to build.
        released: its day.
        title: name of the dataset.
        gold: file names of the gold standard, sorted.
        description: what the dataset is, in a sentence or two.
    """

    articles: tuple[Article, ...]
    occasions: tuple[Occasion, ...]
    actors: tuple[ActorRecord, ...]
    version: str
    released: date
    title: str
    gold: tuple[str, ...] = ()
    description: str = ""
    rulings: tuple[Ruling, ...] = ()
    reworded: tuple[str, ...] = ()
