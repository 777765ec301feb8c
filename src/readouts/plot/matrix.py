"""Who states what: holder by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.plain import side_name, word, worded
from readouts.plot.drawing import WIDTH, credit, drawing, records
from readouts.plot.words import count, listed
from readouts.views.said import OWN
from readouts.views.source import read

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from readouts.plot.paper import Paper
    from readouts.plot.picture import Picture
    from readouts.views.source import Source

COLUMNS = ("holder", "topic", "stance", "strength", "voice")


def positions_matrix(
    source: Source = None,
    *,
    told_by_others: bool = False,
    width: float = WIDTH,
    most: int = 40,
    font: str | None = None,
) -> Picture:
    """Draw who states what: a row a holder, a column a topic, a mark a stance with the number of statements.

    The shape of a mark is the stance. A thick outline says that at least one of the statements has words of
    strength, such as 'always' or 'firmly'. What others tell of a holder is not its own word: it is counted
    only with `told_by_others`.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table:
            `positions`, `articles`.
        told_by_others: count stances, too, that another side or the article tells of the holder.
        width: of the picture, in cm.
        most: the number of holders to draw, those with most statements first; the rest is counted.
        font: a font to take before the one that ships with matplotlib.

    Returns:
        A `matplotlib.figure.Figure` with `readouts_alt`. The marks have `holder/topic/stance` as their `gid`.

    Raises:
        NotInstalled: matplotlib is not installed.
        UnknownTable, UnknownColumn, UnknownRelease: as of the views.
    """
    (positions,) = read(source, positions=COLUMNS)
    own = positions if told_by_others else positions[positions["voice"].isin(OWN)]
    cells = counted(own)
    holders = (
        cells.groupby("holder")["n"].sum().reset_index().sort_values(["n", "holder"], ascending=[False, True])
    )
    drawn = list(holders["holder"].head(most))
    with drawing(width, font) as paper:
        paper.title("Who states what", "" if len(cells) else "There is no stated position in these tables.")
        if drawn:
            _draw(paper, cells[cells["holder"].isin(drawn)], drawn)
        _tell_rest(paper, holders.iloc[most:], len(positions) - len(own), most)
        return paper.finish(credit(source), _alt(own, cells))


def counted(positions: pd.DataFrame) -> pd.DataFrame:
    """A row a holder, topic and stance: `n` statements, `n_strong` of them with words of strength."""
    strong = positions.assign(strong=positions["strength"].notna())
    grouped = strong.groupby(["holder", "topic", "stance"], as_index=False)
    return grouped.agg(n=("strong", "size"), n_strong=("strong", "sum"))


def _in_order(vocabulary: str, codes: pd.Series) -> list[str]:
    """The codes that are there: in the order of the words, then those that have none."""
    there = set(codes)
    known = [code for code in worded(vocabulary) if code in there]
    return [*known, *sorted(there - set(known))]


def _draw(paper: Paper, cells: pd.DataFrame, holders: list[str]) -> None:
    from readouts.plot.stances import legend  # noqa: PLC0415 - imports matplotlib

    legend(paper, _in_order("stance", cells["stance"]), strong=bool(cells["n_strong"].any()))
    room = (paper.right - paper.left) * (0.3 if paper.narrow else 0.24)
    names = {holder: paper.wrapped(side_name(holder), room) for holder in holders}
    left = paper.left + max(paper.wide(line) for lines in names.values() for line in lines) + 8
    for topics in _panels(_in_order("topic", cells["topic"]), int((paper.right - left) / (paper.size * 2.1))):
        of_panel = cells[cells["topic"].isin(topics)]
        _panel(
            paper,
            of_panel,
            {name: names[name] for name in holders if (of_panel["holder"] == name).any()},
            left,
        )


def _panels(topics: list[str], most: int) -> list[list[str]]:
    """The topics in as few groups as have room for their marks, each about as long as the others."""
    groups = -(-len(topics) // max(most, 1))
    long = -(-len(topics) // groups)
    return [topics[start : start + long] for start in range(0, len(topics), long)]


def _panel(paper: Paper, cells: pd.DataFrame, names: dict[str, list[str]], left: float) -> None:
    """Some topics, with the holders that state them."""
    from readouts.plot.stances import outline  # noqa: PLC0415 - imports matplotlib

    topics = _in_order("topic", cells["topic"])
    stances = cells.groupby(["holder", "topic"])["stance"].nunique().groupby("holder").max()
    tall = {name: _tall(paper, len(lines), int(stances[name])) for name, lines in names.items()}
    _heads(paper, topics, left)
    top = paper.y
    axes = paper.axes(sum(tall.values()), left, paper.right)
    outline(axes, len(topics), list(tall.values()))
    y = 0.0
    for name, lines in names.items():
        first = top + y + (tall[name] - paper.line * len(lines)) / 2
        for number, line in enumerate(lines):
            paper.put(paper.left, first + paper.line * number, line)
        _row(paper, axes, cells[cells["holder"] == name], topics, y + tall[name] / 2)
        y += tall[name]
    paper.y += 8


def _tall(paper: Paper, lines: int, stances: int) -> float:
    return max(paper.line * lines + 4, paper.size * 2.2 * max(stances, 1))


def _heads(paper: Paper, topics: list[str], left: float) -> None:
    """The topics, written upwards where they do not fit beside each other."""
    step = (paper.right - left) / len(topics)
    words = [word("topic", topic) for topic in topics]
    level = all(paper.wide(part) <= step - 4 for text in words for part in text.split())
    deep = max(len(paper.wrapped(text, step - 4)) for text in words) * paper.line if level else 0
    deep = deep or max(paper.wide(text) for text in words)
    for number, text in enumerate(words):
        middle = left + step * (number + 0.5)
        if level:
            for back, line in enumerate(reversed(paper.wrapped(text, step - 4))):
                paper.put(middle, paper.y + deep - back * paper.line, line, ha="center", va="bottom")
        else:
            paper.put(middle, paper.y + deep, text, ha="center", va="bottom", rotation=90)
    paper.y += deep + 4


def _row(paper: Paper, axes: Axes, cells: pd.DataFrame, topics: list[str], y: float) -> None:
    from readouts.plot.stances import draw_stance  # noqa: PLC0415 - imports matplotlib

    for topic, found in cells.groupby("topic"):
        order = _in_order("stance", found["stance"])
        here = sorted(records(found), key=lambda cell: order.index(cell["stance"]))
        for number, cell in enumerate(here):
            shift = (number - (len(here) - 1) / 2) * paper.size * 2
            name = f"{cell['holder']}/{topic}/{cell['stance']}"
            at = (topics.index(str(topic)) + 0.5, y + shift)
            draw_stance(axes, at, cell, paper.size, name)


def _tell_rest(paper: Paper, rest: pd.DataFrame, told: int, most: int) -> None:
    if len(rest):
        many = f"{count(len(rest), 'more holder')} with {count(int(rest['n'].sum()), 'statement')}"
        paper.say(f"{many} not drawn (most={most}).", color="#333333")
    if told:
        paper.say(
            f"Not counted: {count(told, 'stance')} that another side or the article tells of a holder.",
            color="#333333",
        )


def _alt(own: pd.DataFrame, cells: pd.DataFrame) -> str:
    if not len(cells):
        return "Matrix of positions without marks: the tables hold none."
    holders = (
        own["holder"].value_counts().reset_index().sort_values(["count", "holder"], ascending=[False, True])
    )
    first = [
        f"{side_name(name)} with {n}"
        for name, n in zip(holders["holder"][:3], holders["count"][:3], strict=True)
    ]
    stances = [
        f"{word('stance', str(name))} ({n})" for name, n in own["stance"].value_counts().sort_index().items()
    ]
    return (
        f"Matrix of {count(len(own), 'stated position')}, {count(len(holders), 'holder')} by "
        f"{count(own['topic'].nunique(), 'topic')}. "
        f"Most are held by {listed(first)}. By stance: {listed(stances)}."
    )
