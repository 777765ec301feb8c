"""The tables: every column described once.

One Pandera model a table is the source of the validation, the Parquet schema, the codebook and the
Data Package descriptor. The order of the fields is the order of the columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

import pandas as pd
import pandera.pandas as pa
import pyarrow as arrow

from readouts.tables.codes import SEPARATOR, codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Text = Annotated[pd.ArrowDtype, arrow.string()]
Date = Annotated[pd.ArrowDtype, arrow.date32()]
Integer = Annotated[pd.ArrowDtype, arrow.int32()]
Boolean = Annotated[pd.ArrowDtype, arrow.bool_()]

STATE = r"[A-Z]{3}"


def about(description: str, *, null: bool = False, **options: Any) -> Any:
    """A column; `null` says that a value may be missing."""
    return pa.Field(description=description, nullable=null, **options)


def text(description: str, pattern: str = r"\S", *, null: bool = False, **metadata: Any) -> Any:
    """A column of text, never empty; a pattern is searched, so that `^...$` pins the whole."""
    return about(description, null=null, str_contains=pattern, metadata=metadata)


def key(prefix: str, description: str) -> Any:
    """A primary key: the prefix and twelve hexadecimal digits."""
    return text(description, rf"^{prefix}_[0-9a-f]{{12}}$", key=True)


def reference(target: str, description: str, *, null: bool = False, in_key: bool = False) -> Any:
    """A foreign key, to `table.column`."""
    return text(description, null=null, reference=target, key=in_key)


def code(vocabulary: str, description: str, *, null: bool = False, in_key: bool = False) -> Any:
    """A column that holds one code of a closed vocabulary."""
    metadata = {"vocabulary": vocabulary, "key": in_key}
    return about(description, null=null, isin=list(codes(vocabulary)), metadata=metadata)


def code_list(vocabulary: str, description: str) -> Any:
    """A column of several codes, sorted and joined by `;`; null where there is none."""
    one = "|".join(codes(vocabulary))
    pattern = f"^({one})({SEPARATOR}({one}))*$"
    return text(description, pattern, null=True, vocabulary=vocabulary, joined=True)


def state(description: str) -> Any:
    """A column of ISO 3166-1 alpha-3 codes."""
    return text(description, f"^{STATE}$", null=True)


def count(description: str, least: int = 0) -> Any:
    """A column of whole numbers."""
    return about(description, ge=least)


class Table(pa.DataFrameModel):
    """What all tables have in common: the columns of the model, all of them, in its order."""

    class Config:
        """Pandera's settings."""

        strict = True
        ordered = True


class Articles(Table):
    """The texts that were read, and where each comes from: one row an article."""

    article_id: Text = key("art", "Stable id, from the digest of the file.")
    file: Text = text("Name of the file in seeds/articles.")
    title: Text = text("Headline, where it is known.", null=True)
    outlet: Text = text("Who published it.", null=True)
    outlet_country: Text = state("State of the outlet (ISO 3166-1 alpha-3).")
    url: Text = text("Address of the page.", null=True)
    language: Text = text("Language of the text (BCP 47).", r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")
    published: Date = about("Day of publication in the outlet's place; null where unknown.", null=True)
    published_edtf: Text = text("The same in EDTF (ISO 8601-2).", null=True)
    published_basis: Text = code("published_basis", "What the day of publication comes from.")
    dateline_place: Text = text("Place that the dateline names.", null=True)
    characters: Integer = count("Length of the stored text, in characters.", least=1)
    sha256: Text = text("Digest of the file as received.", r"^[0-9a-f]{64}$")
    proof: Text = text("What shows the day of publication to be right.", null=True)


class Events(Table):
    """What representatives of states and organisations did, do or will do: one row an event."""

    event_id: Text = key("evt", "Stable id, from the first report.")
    event_type: Text = code("event_type", "What kind of event it is.")
    status: Text = code("status", "Whether it took place, seen from the moment of the report.")
    start: Date = about("First day it can have begun; null where open.", null=True)
    end: Date = about("Last day it can have ended; null where open.", null=True)
    date_edtf: Text = text("The same bounds in EDTF (ISO 8601-2, levels 1 and 2).", null=True)
    date_precision: Text = code("date_precision", "How start and end are meant.")
    date_basis: Text = code("date_basis", "What the date comes from.")
    place: Text = text("City or venue, as named.", null=True)
    country: Text = state("State where it took place (ISO 3166-1 alpha-3).")
    agenda: Text = code_list("area", "Fields listed as discussed or raised as fields of cooperation.")
    n_reports: Integer = count("Number of articles that tell of it.", least=1)
    plover_event: Text = code("plover_event", "PLOVER event type; null where PLOVER has none.", null=True)
    plover_mode: Text = code("plover_mode", "PLOVER mode; null where none applies.", null=True)
    cameo_code: Text = code("cameo_code", "CAMEO event code.", null=True)
    label: Text = text("The event in a few words, for people.")
    rule: Text = text("Entry of the lexicon that made the row, after the type of event.")
    coding: Text = code("coding", "Whether the coder or a ruling made the row what it is.")


class Reports(Table):
    """Which article tells of which event: one row an article and event."""

    report_id: Text = key("rep", "Stable id, from the evidence.")
    event_id: Text = reference("events.event_id", "The event told of.")
    article_id: Text = reference("articles.article_id", "The article that tells of it.")
    salience: Text = code("salience", "Whether the article exists to report it.")
    evidence: Text = text("Clause that tells the event, verbatim.")
    evidence_start: Integer = count("Where the evidence starts in the stored text, in characters.")
    evidence_end: Integer = count("Where it ends, exclusive.", least=1)
    rule: Text = text("Entry of the lexicon that made the row, after the type of event.")
    coding: Text = code("coding", "Whether the coder or a ruling made the row what it is.")


class Participants(Table):
    """Who took part, in which role and on whose behalf: one row an actor and event."""

    participant_id: Text = key("par", "Stable id, from the evidence.")
    event_id: Text = reference("events.event_id", "The event.")
    actor_id: Text = reference("actors.actor_id", "The actor.")
    actor_kind: Text = code("actor_kind", "What the actor is.")
    name: Text = text("Full name, in the article's best form.")
    office: Text = text("Office as the article states it; several joined by '; '.", null=True)
    office_of: Text = text("State (alpha-3) or organisation that the office serves.", null=True)
    represents: Text = text("State (alpha-3) or organisation it acts for.", null=True)
    role: Text = code("role", "Part in the event.")
    article_id: Text = reference("articles.article_id", "The article that names it.")
    evidence: Text = text("Mention that names the actor in the event, verbatim.")
    evidence_start: Integer = count("Where the evidence starts in the stored text, in characters.")
    evidence_end: Integer = count("Where it ends, exclusive.", least=1)
    rule: Text = text("Entry of the lexicon that made the row, after the type of event.")
    coding: Text = code("coding", "Whether the coder or a ruling made the row what it is.")


class Positions(Table):
    """What each side said it stands for: one row a holder, topic, stance, act and target at one place."""

    position_id: Text = key("pos", "Stable id, from the evidence.")
    article_id: Text = reference("articles.article_id", "The article that holds the words.")
    event_id: Text = reference("events.event_id", "The event they were said at; null if none.", null=True)
    holder: Text = text("State (alpha-3) or organisation whose stance it is.")
    speaker_id: Text = reference("actors.actor_id", "Who voices it; null for the narrator.", null=True)
    speaker: Text = text("Name of the speaker; null for the narrator.", null=True)
    voice: Text = code("voice", "Whose stance the speaker tells.")
    speech: Text = code("speech", "How the words are reported.")
    topic: Text = code("topic", "What the stance is about.")
    stance: Text = code("stance", "Stance toward the topic's norm.")
    act: Text = code("act", "What is done by saying so.")
    target: Text = text("State, organisation, parties or territory at issue.", null=True)
    strength: Text = text("Words that heighten the stance, sorted and joined by ';'.", null=True, joined=True)
    formula: Text = text("Wording of the topic, as written.", null=True)
    elements: Text = code_list("element", "What the formula is made of.")
    areas: Text = code_list("area", "Fields of cooperation that are listed.")
    evidence: Text = text("Words that carry the position, verbatim.")
    evidence_start: Integer = count("Where the evidence starts in the stored text, in characters.")
    evidence_end: Integer = count("Where it ends, exclusive.", least=1)
    rule: Text = text("Entries of the lexicon that made the row: wording of the topic < words that state it.")
    coding: Text = code("coding", "Whether the coder or a ruling made the row what it is.")


class Actors(Table):
    """Who is who: one row a person, state or organisation, the same one wherever it is named."""

    actor_id: Text = text("Stable id.", r"^(per|sta|org)_[a-z0-9_]+$", key=True)
    kind: Text = code("actor_kind", "What the actor is.")
    name: Text = text("Usual English name.")
    country: Text = state("State it is or belongs to (ISO 3166-1 alpha-3).")
    cow_code: Integer = about("Correlates of War number of a state.", null=True, ge=1)
    gw_code: Integer = about("Gleditsch-Ward number of a state.", null=True, ge=1)
    wikidata: Text = text("Item in Wikidata.", r"^Q[1-9][0-9]*$", null=True)
    names: Text = text("Forms of the name that were met, joined by ';'.", null=True, joined=True)


class Coverage(Table):
    """What was looked for and found or not: one row an article and core topic."""

    article_id: Text = reference("articles.article_id", "The article that was read.", in_key=True)
    topic: Text = code("core_topic", "The core topic that was looked for.", in_key=True)
    is_stated: Boolean = about("Whether the article states a position on it.")
    n_positions: Integer = count("How many it states.")


class Rulings(Table):
    """What reviewers ruled on rows of the coder: one row a ruling, row and column that it touched."""

    ruling_id: Text = text("Number of the ruling in seeds/rulings.csv.", key=True)
    action: Text = code("ruling_action", "What was ruled.")
    table_name: Text = text("Table of the row.")
    row_id: Text = text("Id of the row; the id it had, where it is gone.", key=True)
    column_name: Text = text("Column that was touched; that of the key for a row as a whole.", key=True)
    was: Text = text("What the cell held; null where it was empty, or the row not there.", null=True)
    becomes: Text = text("What it holds; null where it is empty, or the row gone.", null=True)
    is_direct: Boolean = about("Whether the ruling names the row, rather than that the row follows another.")
    reason: Text = text("Why, for people.", null=True)
    ruled_by: Text = text("Who ruled.")
    ruled_on: Date = about("Day of the ruling.")


MODELS: Mapping[str, type[Table]] = {
    "articles": Articles,
    "events": Events,
    "reports": Reports,
    "participants": Participants,
    "positions": Positions,
    "actors": Actors,
    "coverage": Coverage,
    "rulings": Rulings,
}
CODED_TABLES = tuple(name for name in MODELS if name != "rulings")
"""The tables that the coder makes; those of a release also tell what people ruled."""


@dataclass(frozen=True)
class Column:
    """A column as its model describes it.

    Attributes:
        name: name in the tables.
        type: Arrow type.
        description: one sentence for the codebook.
        nullable: whether a value may be missing.
        is_key: whether it is (part of) the primary key.
        vocabulary: closed vocabulary of its codes, or None.
        is_joined: whether it holds several values, sorted and joined by `;`.
        reference: `table.column` that it points to, or None.
        checks: limits of the values, by the name Pandera gives the check.
    """

    name: str
    type: arrow.DataType
    description: str
    nullable: bool
    is_key: bool
    vocabulary: str | None
    is_joined: bool
    reference: tuple[str, str] | None
    checks: Mapping[str, Any]


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table, in order."""
    return tuple(_columns(MODELS[table]))


def _columns(model: type[Table]) -> Iterator[Column]:
    for name, column in model.to_schema().columns.items():
        metadata = column.metadata or {}
        target, _, field = metadata.get("reference", "").partition(".")
        yield Column(
            name=str(name),
            type=column.dtype.type.pyarrow_dtype,
            description=column.description,
            nullable=column.nullable,
            is_key=metadata.get("key", False),
            vocabulary=metadata.get("vocabulary"),
            is_joined=metadata.get("joined", False),
            reference=(target, field) if target else None,
            checks={key: value for check in column.checks for key, value in check.statistics.items()},
        )


@cache
def primary_key(table: str) -> tuple[str, ...]:
    """The columns of the primary key."""
    return tuple(column.name for column in columns(table) if column.is_key)


@cache
def description(table: str) -> str:
    """What the rows of a table are."""
    return (MODELS[table].__doc__ or "").strip()
