"""`DATA_CHANGES.md`: the history of the data, written from the releases themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import changed
from changed import again, cell, cells, without, written
from readouts.release.change_log import change_log

ROOT = Path(__file__).parents[1]
OTHER = "pos_00000000000f"
HOSTILE = "a | b `c` <b>d</b> *e* _f_ [g](h) ~~i~~ &amp; $j$ \\ # k ![l](m) -> n_o 1. p\n- q\n# r\n| s |"


def shown(markdown: str) -> list[str]:
    """The text of each paragraph, heading, item and cell, as a reader sees it."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return [
        "".join(child.content for child in token.children or [] if child.type in {"text", "code_inline"})
        for token in tokens
        if token.type == "inline"
    ]


def kinds(markdown: str) -> set[str]:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return {child.type for token in tokens for child in [token, *(token.children or [])]}


def test_is_newest_first_with_the_day_and_the_level(tmp_path: Path) -> None:
    written(tmp_path, "0.9.0")
    written(tmp_path, "0.10.0", cell("positions", 0, "target", "XNO"))
    written(tmp_path, "1.0.0", cell("positions", 0, "target", "XNO"))
    text = shown(change_log(tmp_path))
    at = [text.index(f"{version} (2031-04-01)") for version in ("1.0.0", "0.10.0", "0.9.0")]
    assert at == sorted(at)
    assert text[at[0] + 1] == "The same content as 0.10.0."
    assert text[at[1] + 1 : at[1] + 3] == [
        "A patch change since 0.9.0:",
        "positions: 1 row changed (target of pos_000000000001: XSU became XNO)",
    ]
    assert text[at[2] + 1 : at[2] + 6] == ["The first release.", "table", "rows", "articles", "2"]


def test_tells_rows_with_their_evidence_and_the_reasons_of_rulings(tmp_path: Path) -> None:
    written(tmp_path, "1.0.0")
    new = written(
        tmp_path, "1.0.1", cells("positions", 0, target="XNO", strength="firmly"), without("participants", 2)
    )
    changed.with_rulings(new, [changed.ruling("positions", "pos_000000000001", "target", "it is Norland")])
    text = shown(change_log(tmp_path))
    at = text.index("positions: changed")
    assert text[at + 1 : at + 5] == [
        "pos_000000000001: XNO supports territorial_integrity -> XNO",
        "target: XSU became XNO, because: it is Norland",
        "strength: (empty) became firmly",
        "“Norland supports the sovereignty and territorial integrity of Sudland” (visit.txt)",
    ]
    at = text.index("participants: removed")
    assert text[at + 1 : at + 3] == [
        "par_000000000003: Olen Årva, speaker: statement",
        "“Olen Årva” (speech.txt)",
    ]
    assert "New rulings: 1." in text


def test_tells_what_changed_in_the_schema(tmp_path: Path) -> None:
    written(tmp_path, "1.0.0")
    changed.described(written(tmp_path, "2.0.0"), changed.no_column("positions.act"))
    text = shown(change_log(tmp_path))
    assert text[text.index("Schema") + 1] == "column positions.act is gone"
    assert "A major change since 1.0.0:" in text


def test_of_many_rows_it_tells_ten_and_the_command_that_tells_all(tmp_path: Path) -> None:
    written(tmp_path, "1.0.0")
    more = [again("positions", 0, position_id=f"pos_{n:012x}", holder=f"XA{n}") for n in range(2, 15)]
    written(tmp_path, "1.1.0", *more)
    text = shown(change_log(tmp_path))
    at = text.index("positions: added")
    assert len([line for line in text[at:] if line.startswith("pos_")]) == 10
    assert "... and 3 more: readouts diff 1.0.0 1.1.0 --table positions" in text


def test_words_that_are_signs_of_markdown_are_shown_as_they_stand(tmp_path: Path) -> None:
    written(tmp_path, "1.0.0")
    words = cells("positions", 0, position_id=OTHER, topic="one_china", evidence=HOSTILE, holder="- #*1.")
    written(tmp_path, "1.1.0", words, cell("events", 0, "label", "| *x* |"))
    markdown = change_log(tmp_path)
    text = shown(markdown)
    assert f"“{' '.join(HOSTILE.split())}” (visit.txt)" in text
    assert "label: “statement” became “| *x* |”" in text
    assert any(line.startswith("pos_00000000000f: - #*1. supports one_china") for line in text)
    assert not kinds(markdown) & {"html_inline", "html_block", "link_open", "image", "s_open", "strong_open"}
    assert markdown.count("\n# ") == 0


def test_is_the_same_bytes_under_any_hash_seed_and_locale() -> None:
    code = (
        "from pathlib import Path; import sys; from readouts.release.change_log import change_log; "
        f"sys.stdout.buffer.write(change_log(Path({str(ROOT / 'data')!r})).encode())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale},
        ).stdout
        for seed, locale in (("1", "C"), ("4242", "C.UTF-8"))
    }
    assert len(told) == 1


@pytest.mark.parametrize(
    "line", ["## 0.2.0 (2026-11-21)", "A *major* change since 0.1.0:", "### positions: moved"]
)
def test_of_our_own_releases_tells_the_second(line: str) -> None:
    assert line in change_log(ROOT / "data").splitlines()


def test_of_no_release_says_only_what_it_is(tmp_path: Path) -> None:
    assert shown(change_log(tmp_path))[0] == "What changed in the data"
