"""`readouts review`: the coder's rows beside their evidence, one at a time, for people to judge."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readouts.cli.asking import WHICH, Cancelled, ask, ask_cell, ask_key, ask_rows, ask_until_done, prompt
from readouts.cli.terminal import console, emit
from readouts.errors import ReadoutsError
from readouts.seeds.types import RulingCell

if TYPE_CHECKING:
    from readouts.reviewing.session import Session
    from readouts.reviewing.units import Item, Unit
    from readouts.seeds.types import Article

KEYS = {
    "a": "accept: all rows shown are right",
    "c": "change: a cell of a row is wrong",
    "d": "drop: a row should not be there",
    "n": "new: a position that the coder missed, in this article",
    "s": "skip: leave it for another time",
    "b": "back: take the last decision back",
    "q": "quit: every decision is written already",
}
REVIEWER = "READOUTS_REVIEWER"


def review(
    *,
    who: Annotated[
        str, typer.Option(envvar=REVIEWER, metavar="NAME", help="Who reviews; it goes on record.")
    ] = "",
    article: Annotated[
        str | None, typer.Option(metavar="FILE", help="Only this article of seeds/articles.")
    ] = None,
    day: Annotated[
        datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Without: today."),
    ] = None,
    left: Annotated[bool, typer.Option("--left", help="Only tell what is left to review.")] = False,
    root: Annotated[
        Path, typer.Option(metavar="FOLDER", help="The checkout, with seeds/. Without: this folder.")
    ] = Path(),
) -> None:
    """Review the coder's rows, and write what you rule into seeds/rulings.csv.

    Each row is shown beside its evidence, until somebody has ruled upon it. The next build applies it.
    """
    from readouts.reviewing.bench import open_bench  # noqa: PLC0415 - slow to import
    from readouts.reviewing.record import Reviewer  # noqa: PLC0415
    from readouts.reviewing.session import Session  # noqa: PLC0415

    bench = open_bench(root)
    refuse_unknown(article, [each.source.file for each in bench.articles])
    name = who.strip()
    while not name and not left:
        name = prompt("who reviews")
    reviewer = Reviewer(name, day.date() if day else today())
    session = Session(bench, root / "seeds" / "rulings.csv", reviewer, article)
    if not left and settle_failed(session):
        run(session)
    typer.echo(closing_line(session))


def today() -> date:
    """Tell the day on which a person rules: the one place where a clock is read."""
    return datetime.now().astimezone().date()


def refuse_unknown(article: str | None, files: list[str]) -> None:
    """Refuse an article that is not there."""
    if article is not None and article not in files:
        message = f"{article!r} is not in seeds/articles; there are {', '.join(files)}"
        raise typer.BadParameter(message, param_hint="--article")


def settle_failed(session: "Session") -> bool:
    """Show the rulings that do not apply any more; False where they are left and the review cannot go on."""
    while failed := session.failed():
        number, problem = next(iter(failed.items()))
        typer.echo(f"{problem}\n")
        if (
            ask_key("take it out (its row comes up again), or quit?", {"t": "take it out", "q": "quit"})
            != "t"
        ):
            return False
        session.take_out(number)
    return True


def run(session: "Session") -> None:
    """Show one unit after the other and carry out what is said of it."""
    shown = None
    while unit := session.next():
        if unit != shown:
            show(session, unit)
        shown = unit
        key = ask_key("accept, change, drop, new, skip, back, quit?", KEYS)
        if key == "q":
            return
        try:
            carry_out(session, unit, key)
        except Cancelled:
            typer.echo("Nothing was decided.\n")
        except ReadoutsError as error:
            typer.echo(f"That cannot be: {error}\n")


def show(session: "Session", unit: "Unit") -> None:
    """Print a unit beside the words it rests on."""
    from readouts.reviewing.screen import heading, passages, rows  # noqa: PLC0415

    screen = console()
    of, articles = session.units(), {each.source.file: each for each in session.bench.articles}
    seen = sum(not each.unseen for each in of)
    typer.echo("\n" + heading(articles[unit.place.file], seen + 1, len(of)) + "\n")
    for file in dict.fromkeys(item.place.file for item in unit.items):
        places = [item.place for item in unit.items if item.place.file == file]
        for passage in passages(articles[file].text, places, colour=screen.is_terminal):
            screen.print(passage)
    typer.echo("")
    for title, table in rows(unit):
        typer.echo(title)
        emit(screen, table)


def carry_out(session: "Session", unit: "Unit", key: str) -> None:
    """Do what a key stands for."""
    if key == "a":
        session.accept(unit)
    elif key == "s":
        session.skip(unit)
    elif key == "b" and not session.undo():
        typer.echo("Nothing was decided in this session.\n")
    elif key == "c":
        change(session, unit)
    elif key == "d":
        item = ask_item(unit)
        session.drop(item, ask("reason"))
    elif key == "n":
        add(session, unit)


def ask_item(unit: "Unit") -> "Item":
    """Ask which row of a unit is meant."""
    return unit.items[ask_rows(len(unit.items)) - 1]


def change(session: "Session", unit: "Unit") -> None:
    """Ask for the cells that are wrong, what is right, and why."""
    from readouts.reviewing.screen import kinds  # noqa: PLC0415
    from readouts.rulings.cells import to_text  # noqa: PLC0415

    item = ask_item(unit)
    typer.echo(f"columns: {kinds(item.table)}")
    cells = ask_until_done(item.table, {name: to_text(value) for name, value in item.row.items()})
    told = [cell for asked in cells for cell in as_offsets(session, item, asked)]
    if told:
        session.change(item, told, ask("reason"))


def as_offsets(session: "Session", item: "Item", cell: RulingCell) -> list[RulingCell]:
    """Turn other words as evidence into their place in the text; any other cell stays as it is."""
    from readouts.reviewing.telling import offset_cells, place_of  # noqa: PLC0415

    if cell.column != "evidence":
        return [cell]
    place = place_of(article_of(session, item), cell.becomes or "", item.place.start)
    return offset_cells(item, place)


def article_of(session: "Session", item: "Item") -> "Article":
    """Find the article that a row rests on."""
    return next(each for each in session.bench.articles if each.source.file == item.place.file)


def add(session: "Session", unit: "Unit") -> None:
    """Ask for the words of a position that was missed, and what it says."""
    from readouts.reviewing.telling import ASKED, event_of, place_of, speakers  # noqa: PLC0415

    article = article_of(session, unit.items[0])
    place = place_of(article, ask(f"words, {WHICH}"), unit.place.start)
    for actor_id, name in speakers(session.bench).items():
        typer.echo(f"  {actor_id}  {name}")
    cells = [ask_cell("positions", column, None) for column in ASKED]
    told = [cell for cell in cells if cell.becomes is not None]
    session.add(place, [*told, RulingCell("event_id", None, event_of(unit), 0)], ask("reason"))


def closing_line(session: "Session") -> str:
    """Say how much is reviewed."""
    if session.failed():
        return f"{len(session.failed())} rulings do not apply any more"
    found = session.units()
    items = [item for unit in found for item in unit.items]
    seen = sum(item.is_seen for item in items)
    rest = sum(bool(unit.unseen) for unit in found)
    return f"{seen} of {len(items)} rows reviewed; {rest} of {len(found)} events and positions left"
