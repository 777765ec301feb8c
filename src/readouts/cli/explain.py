"""`readouts explain`: one text with the coder's marks on it, in the terminal or as a page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readouts.cli.code import Facts, knowledge, read
from readouts.cli.options import Outlet, OutletCountry, Published
from readouts.cli.page import check_page, write_page
from readouts.cli.terminal import console

if TYPE_CHECKING:
    from readouts.explain import Explanation
    from readouts.seeds.types import Article

NOTHING_TOLD = Facts(None, "", "")


def explain(  # noqa: PLR0913 - a parameter an option
    text: Annotated[Path, typer.Argument(metavar="TEXT", help="A text (UTF-8).", show_default=False)],
    out: Annotated[
        Path | None,
        typer.Argument(metavar="OUT.html", help="With --html: the page. Without: TEXT.html in this folder."),
    ] = None,
    *,
    html: Annotated[bool, typer.Option("--html", help="Write one page of HTML instead of printing.")] = False,
    only: Annotated[
        str | None,
        typer.Option(
            metavar="A,B",
            help="Only these layers: speech, events, positions, topics, mentions. Without: all.",
        ),
    ] = None,
    paragraph: Annotated[
        list[int] | None,
        typer.Option(
            min=1, metavar="N", help="Print only this paragraph, counted from 1; may be given more than once."
        ),
    ] = None,
    published: Published = None,
    outlet: Outlet = "",
    outlet_country: OutletCountry = "",
    sources: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="CSV with the columns of seeds/sources.csv and a row for TEXT."),
    ] = None,
) -> None:
    """Show what the coder makes of a text, mark by mark.

    Each mark is told with the row that it made and the rule behind it.
    """
    facts = Facts(published.date() if published else None, outlet, outlet_country)
    check_usage(text, sources, facts)
    page = page_asked(text, out, html=html)
    if page and paragraph:
        message = "is for the terminal; a page holds the whole text"
        raise typer.BadParameter(message, param_hint="--paragraph")
    layers = layers_asked(only)
    if page:
        check_page(page)
    explanation = explained(read_one(text, sources, facts)).only(layers)
    if page:
        write_page(page, explanation)
        typer.echo(f"written to {page}")
    else:
        print_marked(narrowed(explanation, paragraph))


def check_usage(text: Path, sources: Path | None, facts: Facts) -> None:
    """Refuse options that do not go together."""
    if text.is_dir():
        message = f"{text} is a folder; give one text"
        raise typer.BadParameter(message, param_hint="TEXT")
    if sources is not None and facts != NOTHING_TOLD:
        message = "--published, --outlet and --outlet-country are for a text that no catalogue tells of"
        raise typer.BadParameter(message, param_hint="--sources")


def page_asked(text: Path, out: Path | None, *, html: bool) -> Path | None:
    """Tell where the page is to be written; None where it is to be printed."""
    if not html and out is not None:
        message = f"{out} is given, but no --html: a page is written with it, one text is explained without"
        raise typer.BadParameter(message, param_hint="OUT.html")
    return (out or Path(f"{text.stem}.html")) if html else None


def layers_asked(only: str | None) -> frozenset[str]:
    """List the layers to show."""
    from readouts.explain.marks import LAYERS  # noqa: PLC0415 - slow to import

    if only is None:
        return frozenset(LAYERS)
    asked = {name.strip() for name in only.split(",") if name.strip()}
    unknown = sorted(asked - set(LAYERS))
    if unknown or not asked:
        what = f"no layer {unknown[0]!r}" if unknown else "names no layer"
        message = f"{what}; there are {', '.join(LAYERS)}"
        raise typer.BadParameter(message, param_hint="--only")
    return frozenset(asked)


def read_one(text: Path, sources: Path | None, facts: Facts) -> "Article":
    """Read the text with what is known of it."""
    from readouts.seeds.read import read_catalogued  # noqa: PLC0415 - slow to import

    if sources is not None:
        return read_catalogued(text, sources)
    (article,) = read(text, None, facts)
    return article


def explained(article: "Article") -> "Explanation":
    """Code the text, and lay the marks over it."""
    from readouts.explain import explain as lay_marks  # noqa: PLC0415 - slow to import

    return lay_marks(article, knowledge())


def narrowed(explanation: "Explanation", numbers: list[int] | None) -> "Explanation":
    """Keep the paragraphs that are asked for."""
    if not numbers:
        return explanation
    count = len(explanation.paragraphs)
    if max(numbers) > count:
        message = f"no paragraph {max(numbers)}; the text has {count}"
        raise typer.BadParameter(message, param_hint="--paragraph")
    return explanation.at(numbers)


def print_marked(explanation: "Explanation") -> None:
    """Print the text with its marks, in colour where the terminal has it."""
    from readouts.explain.terminal import in_colour, rendered  # noqa: PLC0415 - slow to import

    screen = console()
    coloured = in_colour(screen)
    with screen.capture() as printed:
        for piece in rendered(explanation, coloured=coloured):
            screen.print(piece)
    typer.echo("\n".join(line.rstrip() for line in printed.get().rstrip().splitlines()), color=coloured)
