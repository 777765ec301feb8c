"""`readouts score`: how well tables agree with a gold standard."""

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readouts.cli.terminal import print_rows
from readouts.errors import BadInput, Problem
from readouts.printing import printable

if TYPE_CHECKING:
    from readouts.scoring import Scores


class By(StrEnum):
    """What the figures can be told by."""

    topic = "topic"
    event_type = "event-type"


def score(  # noqa: PLR0913 - a parameter an option
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", help="Folder of the gold standard, such as seeds/gold.", show_default=False
        ),
    ],
    tables: Annotated[
        Path,
        typer.Argument(metavar="TABLES", help="Folder of tables, or of a release.", show_default=False),
    ],
    *,
    by: Annotated[
        list[By] | None,
        typer.Option(
            metavar="topic|event-type",
            help="Tell the positions by topic or the events by type, too. Give it twice for both.",
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed, is extra or differs.")
    ] = False,
    texts: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Folder of the texts, to quote what was missed. Without: seeds/articles beside data/.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, with every interval.")] = False,
) -> None:
    """Score tables against a gold standard: precision, recall, F1, with intervals.

    An article is matched by the name of its file, without the ending.
    """
    scores = scored(gold, tables, texts)
    if as_json:
        from readouts.scoring.report import as_json as told  # noqa: PLC0415 - slow to import

        typer.echo(json.dumps(told(scores, differences=errors), indent=2, ensure_ascii=False))
        return
    print_figures(scores, by or [])
    if errors:
        print_differences(scores)
    for line in closing_lines(scores):
        typer.echo(line)


def scored(gold: Path, tables: Path, texts: Path | None) -> "Scores":
    """Score the tables; the texts are read where they are at hand."""
    from readouts.release.texts import default_texts, texts_of  # noqa: PLC0415 - slow to import
    from readouts.scoring import score as compare  # noqa: PLC0415
    from readouts.scoring.coded import read_tables  # noqa: PLC0415

    refuse_absent(gold, texts)
    rows = read_tables(tables)
    ids = {row["sha256"]: row["article_id"] for row in rows["articles"]}
    return compare(gold, rows, texts_of(ids, texts or default_texts(tables)))


def refuse_absent(gold: Path, texts: Path | None) -> None:
    """Raise `BadInput` where there is no gold standard, or no such folder of texts."""
    problems = []
    if not any(gold.glob("*.json")):
        what = "holds no *.json" if gold.is_dir() else "is no folder"
        do = "give the folder of a gold standard, such as seeds/gold"
        problems.append(Problem(str(gold), what, "a JSON file an article", do))
    if texts is not None and not texts.is_dir():
        do = "give the folder with --texts, or leave it out"
        problems.append(Problem(str(texts), "is no folder", "the texts that were coded", do))
    if problems:
        raise BadInput(problems)


def print_figures(scores: "Scores", by: list[By]) -> None:
    """Print the figures of all articles together, then those by topic or event type."""
    from readouts.scoring.report import count_rows, part_rows, share_rows  # noqa: PLC0415 - slow to import

    parts = (part_rows(scores, each.name) for each in dict.fromkeys(by))
    for rows in (count_rows(scores), share_rows(scores), *parts):
        if rows:
            print_rows(list(rows[0]), rows)


def print_differences(scores: "Scores") -> None:
    """Print what differs, a line each, and an empty line."""
    lines = [printable(str(difference)) for difference in scores.differences]
    typer.echo("\n".join([*(lines or ["nothing differs from the gold"]), ""]))


def closing_lines(scores: "Scores") -> Iterator[str]:
    """Say what was scored and what stands in brackets."""
    from readouts.scoring.bootstrap import FEWEST_ARTICLES, RESAMPLES  # noqa: PLC0415 - slow to import
    from readouts.scoring.wording import ENOUGH_ARTICLES, articles_text  # noqa: PLC0415

    number = len(scores.articles)
    others = scores.coded - number
    yield f"{articles_text(number)} scored" + (f", {others:,} without gold" if others else "")
    if number < FEWEST_ARTICLES:
        yield "no intervals: they need two articles at least"
        return
    yield f"in brackets: 95 % intervals, from drawing the articles anew {RESAMPLES:,} times"
    if number < ENOUGH_ARTICLES:
        yield "so few articles make them narrower than they should be"
