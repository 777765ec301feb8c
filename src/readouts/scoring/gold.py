"""Reads a gold standard: a JSON file an article, matched to the tables by its name without the ending."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readouts.errors import BadInput, Problem
from readouts.scoring.gold_rules import EVENT, PARTICIPANT, POSITION, row_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from readouts.scoring.matching import Row

EXPECTED = "an object with the lists 'positions' and 'events'"
PLACES = {"positions": ("start", "end"), "events": ("start_char", "end_char")}


@dataclass(frozen=True)
class Gold:
    """The gold coding of one article.

    Attributes:
        name: name of the file, without its ending.
        article_id: the article in the tables.
        positions: its positions.
        events: its events, with their participants.
        text: the stored text, where it is at hand.
    """

    name: str
    article_id: str
    positions: Sequence[Row]
    events: Sequence[Row]
    text: str | None

    def words(self, row: Row, start: int, end: int) -> str | None:
        """The words of a row's evidence; None where neither the row nor a text has them."""
        evidence: str | None = row.get("evidence")
        return evidence if self.text is None else self.text[start:end]


def read_gold(folder: Path, articles: Sequence[Row], texts: Mapping[str, str]) -> list[Gold]:
    """Read every `*.json` of a folder, sorted by name; none where there is no such folder.

    Args:
        folder: the gold standard.
        articles: the rows of the table `articles`.
        texts: the stored texts that are at hand, by article id.

    Raises:
        BadInput: a file cannot be used, or its article is not in the tables; all problems together.
    """
    names = Counter(Path(row["file"]).stem for row in articles)
    rows = {Path(row["file"]).stem: row for row in articles}
    problems: list[Problem] = []
    golds = []
    for path in sorted(folder.glob("*.json")):
        held = _object(path, problems)
        found = [*_article_problems(path, held, rows.get(path.stem), names[path.stem])] if held else []
        if held and not found:
            article = rows[path.stem]
            text = texts.get(article["article_id"])
            found = [*_content_problems(path, held, article, text)]
            golds.append(Gold(path.stem, article["article_id"], held["positions"], held["events"], text))
        problems += found
    if problems:
        raise BadInput(problems)
    return golds


def _object(path: Path, problems: list[Problem]) -> dict[str, Any] | None:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        what = f"is not JSON ({error.msg}, column {error.colno})"
        problems.append(Problem(f"{path}, line {error.lineno}", what, EXPECTED, "correct it"))
        return None
    except UnicodeDecodeError as error:
        what = f"is not UTF-8 (byte offset {error.start})"
        problems.append(Problem(str(path), what, "JSON stored as UTF-8", "store it again"))
        return None
    if isinstance(held, dict) and all(isinstance(held.get(key), list) for key in PLACES):
        return held
    problems.append(Problem(str(path), "is no gold coding of an article", EXPECTED, "correct it"))
    return None


def _article_problems(
    path: Path, held: Mapping[str, Any], article: Row | None, times: int
) -> Iterator[Problem]:
    if article is None:
        do = "code its article too, or take the file out of the gold standard"
        yield Problem(str(path), "its article is not in the tables", f"an article {path.stem}.txt", do)
    elif times > 1:
        what = f"{times} articles of the tables are called {path.stem}"
        yield Problem(str(path), what, "one", "rename all but one and code them again")
    elif held.get("sha256") not in {None, article.get("sha256")}:
        what = f"was made from another text of '{article['file']}'"
        do = "code the text that the gold was made from"
        yield Problem(str(path), what, f"sha256 {article.get('sha256')}", do)


def _content_problems(
    path: Path, held: Mapping[str, Any], article: Row, text: str | None
) -> Iterator[Problem]:
    for kind, keys in (("positions", POSITION), ("events", EVENT)):
        for number, row in enumerate(held[kind], start=1):
            where = f"{path}, {kind.removesuffix('s')} {number}"
            found = [*row_problems(row, keys, where)]
            if not found and kind == "events":
                found = [*_participant_problems(row, where)]
            yield from found or _place_problems(row, PLACES[kind], where, article, text)


def _participant_problems(event: Row, where: str) -> Iterator[Problem]:
    for number, row in enumerate(event["participants"], start=1):
        yield from row_problems(row, PARTICIPANT, f"{where}, participant {number}")


def _place_problems(
    row: Row, keys: tuple[str, str], where: str, article: Row, text: str | None
) -> Iterator[Problem]:
    start, end = row[keys[0]], row[keys[1]]
    length = article.get("characters", end)
    place = f"{where}, {keys[0]} and {keys[1]}"
    do = "count characters of the stored text, the end exclusive"
    if not start < end <= length:
        yield Problem(
            place, f"{start} and {end} are no place in the text", f"0 <= start < end <= {length}", do
        )
    elif row.get("evidence") is not None:
        words = row["evidence"] if text is None else text[start:end]
        if (len(words), words) != (end - start, row["evidence"]):
            yield Problem(place, f"{start} and {end} are not the place of the evidence", do=do)
