"""`readouts code`: any text, coded into the seven tables."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readouts.cli.folder import refuse_foreign
from readouts.cli.options import Outlet, OutletCountry, Published
from readouts.cli.terminal import print_files
from readouts.whole import write_whole

if TYPE_CHECKING:
    import pyarrow as pa

    from readouts.coder import Knowledge
    from readouts.seeds.types import Article


@dataclass(frozen=True)
class Facts:
    """What the options tell of a single text."""

    published: date | None
    outlet: str
    outlet_country: str


def code(  # noqa: PLR0913 - a parameter an option
    texts: Annotated[
        Path,
        typer.Argument(
            metavar="TEXT_OR_FOLDER", help="A text (UTF-8), or a folder of them.", show_default=False
        ),
    ],
    *,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Folder for the tables.", show_default=False)],
    published: Published = None,
    outlet: Outlet = "",
    outlet_country: OutletCountry = "",
    sources: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="For a folder: CSV with the columns of seeds/sources.csv."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write beside other files in --out.")] = False,
) -> None:
    """Code texts into the tables of a release.

    The seven tables are written to --out as Parquet and CSV; nothing is written if anything is wrong.
    """
    facts = Facts(published.date() if published else None, outlet, outlet_country)
    check_usage(texts, out, sources, facts)
    from readouts.release.files import write_tables  # noqa: PLC0415 - slow to import
    from readouts.tables.models import CODED_TABLES  # noqa: PLC0415 - slow to import

    if not force:
        refuse_foreign(out, CODED_TABLES)
    tables = coded(read(texts, sources, facts))
    write_whole(out, partial(write_tables, tables=tables))
    print_files(out, CODED_TABLES)
    typer.echo(f"written to {out}")


def check_usage(texts: Path, out: Path, sources: Path | None, facts: Facts) -> None:
    """Refuse options that do not go together."""
    if texts.is_dir() and sources is None:
        message = "a folder of texts needs a catalogue, with the columns of seeds/sources.csv"
        raise typer.BadParameter(message, param_hint="--sources")
    if texts.is_dir() and facts != Facts(None, "", ""):
        message = "--published, --outlet and --outlet-country are for one text; a folder has a catalogue"
        raise typer.BadParameter(message, param_hint="--sources")
    if sources is not None and not texts.is_dir():
        message = f"tells of a folder of texts, and {texts} is none"
        raise typer.BadParameter(message, param_hint="--sources")
    if out.exists() and not out.is_dir():
        message = f"{out} is a file; give a folder"
        raise typer.BadParameter(message, param_hint="--out")


def read(texts: Path, sources: Path | None, facts: Facts) -> "tuple[Article, ...]":
    """Read the texts with what is known of them."""
    from readouts.seeds.known import state_codes  # noqa: PLC0415 - slow to import
    from readouts.seeds.read import read_article, read_articles  # noqa: PLC0415 - slow to import

    if sources is not None:
        return read_articles(texts, sources)
    country = facts.outlet_country.upper() or None
    if country and country not in state_codes():
        message = f"{country!r} is no ISO 3166-1 alpha-3 code of a state (Kosovo: XKX)"
        raise typer.BadParameter(message, param_hint="--outlet-country")
    article = read_article(texts, facts.published, facts.outlet)
    return (replace(article, source=replace(article.source, outlet_country=country)),)


def knowledge() -> "Knowledge":
    """Load what the coder knows."""
    from readouts.coder import load_knowledge  # noqa: PLC0415 - slow to import
    from readouts.paths import knowledge_folder  # noqa: PLC0415
    from readouts.seeds.read import read_actors, read_occasions  # noqa: PLC0415

    seeds = knowledge_folder()
    return load_knowledge(read_actors(seeds / "actors.csv"), read_occasions(seeds / "occasions.csv"))


def coded(articles: "tuple[Article, ...]") -> "dict[str, pa.Table]":
    """Code the articles, and make sure that the tables are as a release's would have to be."""
    from readouts.coder import code_articles  # noqa: PLC0415 - slow to import
    from readouts.seeds.types import texts_of  # noqa: PLC0415
    from readouts.tables.arrow import to_arrow_tables  # noqa: PLC0415
    from readouts.tables.validate import validate  # noqa: PLC0415

    tables = to_arrow_tables(code_articles(articles, knowledge()))
    validate(tables, texts_of(articles))
    return tables
