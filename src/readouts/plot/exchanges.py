"""Who backs whom on what, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts import views
from readouts.plain import side_name, word, worded
from readouts.plot.drawing import WIDTH, credit, drawing
from readouts.plot.occasions import Exchange, backed, silent
from readouts.plot.words import count, listed, quoted
from readouts.views.source import read

if TYPE_CHECKING:
    from readouts.plot.paper import Paper
    from readouts.plot.picture import Picture
    from readouts.views.asked import Names
    from readouts.views.source import Source

NOTHING = "nothing in return on this occasion"


def exchanges(
    source: Source = None,
    topics: Names | None = None,
    *,
    width: float = WIDTH,
    most: int = 40,
    font: str | None = None,
) -> Picture:
    """Draw who backs whom on what: what one side states on the left, what the other states on the right.

    Two sides that back each other are joined by a double arrow; it is dashed where what one of them says is
    told by another only. A side that backs the other alone has a dashed arrow to it. Texts of two sides that
    say none of the core topics stand there, too.

    Args:
        source: a release's version, None for the newest, a folder of Parquet files, or frames by table: those
            of `readouts.views.exchanges` and `readouts.views.silences`.
        topics: the topic or topics that count as backing; those of `readouts.views.exchanges` by default.
        width: of the picture, in cm.
        most: the number of events to draw, the latest; the rest is counted.
        font: a font to take before the one that ships with matplotlib.

    Returns:
        A `matplotlib.figure.Figure` with `readouts_alt`. Statements have their `position_id` as `gid`, arrows
        their kind and the event or article.

    Raises:
        NotInstalled: matplotlib is not installed.
        BadInput: there is no such topic.
        UnknownTable, UnknownColumn, UnknownRelease: as of the views.
    """
    (articles,) = read(source, articles=("article_id", "outlet"))
    outlets = dict(zip(articles["article_id"], articles["outlet"], strict=True))
    found = [*backed(views.exchanges(source, topics), outlets), *silent(views.silences(source), outlets)]
    found.sort(key=lambda one: (str(one.latest), one.dyad, one.key))
    with drawing(width, font) as paper:
        paper.title("Who backs whom on what", "" if found else "No side backs another in these tables.")
        drawn = found[-most:]
        if drawn:
            _legend(paper, {one.kind for one in drawn})
        for dyad in sorted({one.dyad for one in drawn}):
            _dyad(paper, dyad, [one for one in drawn if one.dyad == dyad])
        if len(found) > len(drawn):
            paper.say(f"{count(len(found) - len(drawn), 'earlier event or text', 'earlier events or texts')} "
                      f"not drawn (most={most}).")  # fmt: skip
        return paper.finish(credit(source), _alt(found))


def said(one: dict[str, Any]) -> str:
    """A statement in words: its topic, its stance, its formula as written, and whether another tells it."""
    strength = f"{one['strength'].replace(';', ', ')} " if isinstance(one["strength"], str) else ""
    formula = f": {quoted(one['formula'])}" if isinstance(one["formula"], str) else ""
    told = f" ({word('told_by', one['voice'])})" if one["voice"] in worded("told_by") else ""
    return f"{strength}{word('stance', one['stance'])} {word('topic', one['topic'])}{formula}{told}"


def _dyad(paper: Paper, dyad: tuple[str, str], rows: list[Exchange]) -> None:
    wide = (paper.right - paper.left) * 0.36
    head = paper.size + 1
    first = paper.block(paper.left, paper.y, side_name(dyad[0]), wide, head, weight="bold")
    second = paper.block(paper.right - wide, paper.y, side_name(dyad[1]), wide, head, weight="bold")
    paper.y = max(first, second) + 2
    for row in rows:
        paper.rule()
        paper.y += 4
        (_neither if row.kind == "silent" else _row)(paper, row, wide)
    paper.rule()
    paper.y += 8


def _row(paper: Paper, row: Exchange, wide: float) -> None:
    from readouts.plot.arrows import arrow  # noqa: PLC0415 - imports matplotlib

    ends = []
    for number, start in enumerate((paper.left, paper.right - wide)):
        y = paper.y
        for one in row.said[number]:
            y = paper.block(start, y, said(one), wide, gid=one["position"]) + 2
        if not row.said[number]:
            y = paper.block(start, y, NOTHING, wide, color="#565656")
        ends.append(y)
    left, right = paper.left + wide + 6, paper.right - wide - 6
    to = "both" if all(row.said) else "right" if row.said[0] else "left"
    at, name = paper.y + paper.size * 0.6, f"{row.kind}/{row.key}"
    arrow(paper.sheet, (left, right), at, to, name, strong=row.kind == "mutual")
    paper.y = max(*ends, _middle(paper, row, paper.y + paper.line * 1.1)) + 3


def _middle(paper: Paper, row: Exchange, y: float) -> float:
    """The day, and who published it, between the two sides."""
    room = (paper.right - paper.left) * 0.28 - 8
    for text, color in ((row.day, "#111111"), (row.outlets, "#565656")):
        for line in filter(None, paper.wrapped(text, room)):
            paper.put((paper.left + paper.right) / 2, y, line, color=color, ha="center")
            y += paper.line
    return y


def _neither(paper: Paper, row: Exchange, wide: float) -> None:
    topics = [word("topic", one["topic"]) for one in row.said[0]]
    not_said = f"not said: {listed(topics)}"
    ends = [
        paper.block(start, paper.y, not_said, wide, color="#565656", gid=f"silent/{row.key}/{name}")
        for start, name in ((paper.left, row.dyad[0]), (paper.right - wide, row.dyad[1]))
    ]
    paper.y = max(*ends, _middle(paper, row, paper.y)) + 3


def _legend(paper: Paper, kinds: set[str]) -> None:
    from readouts.plot.arrows import arrow  # noqa: PLC0415 - imports matplotlib

    told = (
        ("mutual", "both", "they back each other"),
        ("told", "both", "they do, one of them in another's words only"),
        ("one_sided", "right", "one backs the other, nothing back on this occasion"),
    )
    x = paper.left
    for kind, to, text in told:
        if kind not in kinds:
            continue
        if x + 34 + paper.wide(text) > paper.right:
            x, paper.y = paper.left, paper.y + paper.line
        arrow(paper.sheet, (x, x + 24), paper.y + paper.size * 0.6, to, strong=kind == "mutual")
        paper.put(x + 29, paper.y, text, color="#333333")
        x += 44 + paper.wide(text)
    paper.y += paper.line * (1.5 if x > paper.left else 0)


def _alt(found: list[Exchange]) -> str:
    if not found:
        return "Chart of exchanges without rows: no side backs another in these tables."
    parts = [
        _told(dyad, [one for one in found if one.dyad == dyad])
        for dyad in sorted({one.dyad for one in found})
    ]
    more = f" And {count(len(parts) - 5, 'more pair')} of sides." if len(parts) > 5 else ""
    return "Chart of exchanges, in order of date. " + " ".join(parts[:5]) + more


def _told(dyad: tuple[str, str], found: list[Exchange]) -> str:
    mutual, by_other, alone, texts = (
        sum(one.kind == kind for one in found) for kind in ("mutual", "told", "one_sided", "silent")
    )
    told = [f"back each other {_times(mutual)}"]
    if by_other:
        told.append(f"{_times(by_other)} one of them in another's words only")
    told.append(f"one backs the other alone {_times(alone)}")
    if texts:
        told.append(f"{count(texts, 'text')} {'says' if texts == 1 else 'say'} none of the core topics")
    return f"{side_name(dyad[0])} and {side_name(dyad[1])}: they {'; '.join(told)}."


def _times(number: int) -> str:
    return {0: "never", 1: "once"}.get(number) or count(number, "time")
