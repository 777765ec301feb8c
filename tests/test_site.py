"""The site of a release: whole, escaped, light, the same bytes each time, and complete without a script."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pyarrow.parquet as pq
import pytest

import invented
import readouts
from commands import content, run, run_really
from html_page import Page
from invented_site import NASTY, hostile_site
from readouts.errors import BadInput, InvalidRelease, UnknownRelease
from readouts.publishing.edition import edition_at_hand
from readouts.publishing.page import downloads
from readouts.release.files import digest_of
from readouts.site import write_site
from readouts.site.browsers import BROWSERS
from readouts.site.documents import document_of
from readouts.site.front import front_page
from readouts.site.marks import marks_in, pieces
from readouts.site.pages import Site
from readouts.site.records.shared import day_of
from readouts.site.render import STATIC
from readouts.site.words import Terms
from readouts.site.write import write_pages

PARTS_OF_PAGES = {".html", ".js", ".css"}
RELEASE = Path(__file__).parents[1] / "data" / readouts.__version__
PAGES = (
    *("index", "positions", "events", "actors", "sources"),
    *("codebook", "accuracy", "changes"),
)
TELLS_ANOTHERS = "other: the speaker tells another's stance"
PLACES = {
    "plain": {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    "far away": {"PYTHONHASHSEED": "4242", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"},
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the newest release of this checkout."""
    return write_site(None, tmp_path_factory.mktemp("written") / "site")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_site(tmp_path_factory.mktemp("hostile"))


def html(folder: Path, name: str) -> str:
    return (folder / f"{name}.html").read_text(encoding="utf-8")


def words(text: str) -> str:
    return " ".join("".join(data for tag, data in Page(text).words if tag != "script").split())


def rows(table: str) -> list[dict[str, object]]:
    held: list[dict[str, object]] = pq.read_table(RELEASE / f"{table}.parquet").to_pylist()
    return held


class TestTheFolder:
    def test_has_the_pages_the_files_of_the_release_and_every_hash(self, site: Path) -> None:
        held = {path.name for path in site.iterdir()}
        assert {f"{name}.html" for name in PAGES} | set(STATIC) <= held
        assert {path.name for path in RELEASE.iterdir()} <= held
        sums = (site / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        assert sums == [f"{digest_of(site / name)}  {name}" for name in sorted(held - {"SHA256SUMS"})]

    def test_holds_no_article(self, site: Path) -> None:
        texts = [
            path.read_text("utf-8-sig") for path in (RELEASE.parents[1] / "seeds" / "articles").iterdir()
        ]
        longest = [max(text.split("\n"), key=len)[:300] for text in texts]
        held = [data.decode("utf-8", "replace") for data in content(site).values()]
        assert not any(paragraph in page for paragraph in longest for page in held)

    def test_is_the_same_bytes_everywhere(self, site: Path, tmp_path: Path) -> None:
        for place, settings in PLACES.items():
            done = run_really("site", "--out", tmp_path / place, **settings)
            assert done.returncode == 0, done.stderr
            made = {path.name: held for path, held in content(tmp_path / place).items()}
            assert made == {path.name: held for path, held in content(site).items()}

    def test_replaces_an_earlier_site_and_leaves_nothing_beside(self, tmp_path: Path) -> None:
        out = write_site("0.2.0", tmp_path / "site")
        assert "release 0.2.0" in words(html(out, "positions"))
        write_site("0.1.0", out)
        assert "release 0.1.0" in words(html(out, "positions"))
        assert [path.name for path in tmp_path.iterdir()] == ["site"]

    def test_is_left_alone_if_it_holds_something_else(self, tmp_path: Path) -> None:
        (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
        with pytest.raises(BadInput, match=r"holds mine\.txt"):
            write_site(None, tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]

    def test_is_not_written_if_something_fails(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("readouts.site.write.write_sums", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            write_site(None, tmp_path / "site")
        assert list(tmp_path.iterdir()) == []


class TestTheCommand:
    def test_says_what_to_open(self, tmp_path: Path) -> None:
        done = run("site", "--out", tmp_path / "pages")
        assert done.exit_code == 0, done.stderr
        page = tmp_path / "pages" / "index.html"
        assert done.stdout == f"{page.parent}: written; open {page}\n"
        assert page.is_file()

    def test_names_the_releases_there_are(self, data: Path, tmp_path: Path) -> None:
        done = run("site", "--release", "9.9.9", "--out", tmp_path / "pages")
        assert done.exit_code == 1
        assert done.stderr == "Error: no release '9.9.9'; there are 0.2.0, 0.10.0\n"

    def test_writes_no_site_of_a_damaged_release(self, data: Path, tmp_path: Path) -> None:
        path = data / "0.10.0" / "events.csv"
        path.write_bytes(path.read_bytes().replace(b"meeting", b"meetings", 1))
        with pytest.raises(InvalidRelease, match=r"events\.csv"):
            write_site("0.10.0", tmp_path / "pages")
        with pytest.raises(UnknownRelease):
            write_site("0.3.0", tmp_path / "pages")
        assert not (tmp_path / "pages").exists()

    def test_works_for_a_release_outside_a_checkout(self, data: Path, tmp_path: Path) -> None:
        out = write_site("0.10.0", tmp_path / "pages")
        assert not (out / "changes.html").exists()
        assert "Norland supports the" in words(html(out, "positions"))


@pytest.mark.parametrize("name", PAGES)
class TestEveryPage:
    def test_is_html_whose_elements_close_in_their_turn(self, site: Path, name: str) -> None:
        assert html(site, name).lstrip().startswith('<!DOCTYPE html>\n<html lang="en">')
        Page(html(site, name))

    def test_has_one_main_heading_and_the_others_in_order(self, site: Path, name: str) -> None:
        levels = [int(tag[1]) for tag, _ in Page(html(site, name)).tags if re.fullmatch("h[1-6]", tag)]
        assert (levels[0], levels.count(1)) == (1, 1)
        assert all(below - above <= 1 for above, below in pairwise(levels))

    def test_has_every_id_once_and_a_target_for_every_link(self, site: Path, name: str) -> None:
        page = Page(html(site, name))
        ids = page.values("id")
        assert len(ids) == len(set(ids))
        named = [*page.values("aria-labelledby"), *page.values("aria-describedby"), *page.values("for")]
        assert set(named) <= set(ids)
        for link in page.values("href"):
            if not re.match("https?:", link):
                check_link(site, name, link)

    def test_loads_nothing_from_elsewhere_and_runs_nothing_of_its_own(self, site: Path, name: str) -> None:
        page = Page(html(site, name))
        assert "default-src 'none'; style-src 'self' file:; script-src 'self' file:;" in html(site, name)
        assert all((site / source).is_file() for source in page.values("src"))
        assert [held for tag, held in page.tags if "style" in held or tag == "style"] == []
        assert [key for _, held in page.tags for key in held if key.startswith("on")] == []
        inline = [held for tag, held in page.tags if tag == "script" and "src" not in held]
        assert inline == ([{"type": "application/ld+json"}] if name == "index" else [])

    def test_says_which_page_it_is_and_has_a_way_to_its_content(self, site: Path, name: str) -> None:
        page = Page(html(site, name))
        current = [held["href"] for _, held in page.tags if held.get("aria-current") == "page"]
        assert f"{name}.html" in current
        assert page.values("href")[1] == "#main"

    def test_keeps_hostile_texts_as_words(self, hostile: Path, name: str) -> None:
        if not (hostile / f"{name}.html").is_file():
            pytest.skip("the invented release has no such document")
        page = Page(html(hostile, name))
        assert page.comments == []
        assert {tag for tag, _ in page.tags}.isdisjoint({"img", "iframe", "object", "b", "r"})
        scripts = [held for tag, held in page.tags if tag == "script"]
        assert {held.get("src") for held in scripts} <= {None, *STATIC, f"{name}.data.js"}
        assert not [
            link for link in page.values("href") if re.match(r"\s*(javascript|data):", link, re.IGNORECASE)
        ]
        assert " ".join(NASTY.split()) in words(html(hostile, name))


def check_link(site: Path, name: str, link: str) -> None:
    """A link leads to a file that is there, and to a place in it, unless it names a filter."""
    file, _, place = link.partition("#")
    target = site / (file or f"{name}.html")
    assert target.is_file(), link
    if place and "=" not in place:
        assert f'id="{unquote(place)}"' in target.read_text(encoding="utf-8"), link


class TestWithoutAScript:
    @pytest.mark.parametrize(("table", "page", "key"), [
        ("positions", "positions", "position_id"), ("events", "events", "event_id"),
        ("actors", "actors", "actor_id"), ("articles", "sources", "article_id"),
    ])  # fmt: skip
    def test_every_row_is_there(self, site: Path, table: str, page: str, key: str) -> None:
        found = [held["id"] for tag, held in Page(html(site, page)).tags if tag == "tr" and "id" in held]
        assert sorted(map(str, found)) == sorted(str(row[key]) for row in rows(table))

    @pytest.mark.parametrize(("table", "page"), [
        ("positions", "positions"), ("reports", "events"), ("participants", "events"),
    ])  # fmt: skip
    def test_every_row_has_its_sentence(self, site: Path, table: str, page: str) -> None:
        shown = words(html(site, page))
        assert [row for row in rows(table) if " ".join(str(row["evidence"]).split()) not in shown] == []

    def test_a_position_is_told_in_plain_words_with_all_that_it_rests_on(self, site: Path) -> None:
        (row,) = re.findall(
            r'<tr role="row" id="pos_fdff1b94c8dc">.*?</tr>', html(site, "positions"), re.DOTALL
        )
        told = words(row)
        for fact in (
            "China supports Territorial integrity → towards Azerbaijan by 19 April 2023",
            "China supports the sovereignty and territorial integrity of Azerbaijan",
            "Ma Zhaoxu, for its own side, reported",
            "Meeting: Anar Alakbarov and Ma Zhaoxu, China, by 19 April 2023",
            "000_3d4b23245f620bf1.txt, News.Az, 19 April 2023",
            "the row made by the coder",
            "CHN · territorial_integrity · support",
            "found right as coded (The readouts maintainers, 22 November 2026)",
        ):
            assert fact in told
        assert "<mark>sovereignty and territorial integrity</mark>" in row
        assert 'title="support: endorses, adheres to the topic&#39;s norm"' in row

    @pytest.mark.parametrize(
        ("voice", "told"),
        [
            ("other", "→ towards XSU, told by another"),
            ("narrator", "→ towards XSU, told by the article"),
            ("joint", "→ towards XSU"),
            ("self", "→ towards XSU"),
        ],
    )
    def test_a_stance_that_the_holder_did_not_state_is_none_of_its_own(
        self, tmp_path: Path, voice: str, told: str
    ) -> None:
        changed = invented.rows()
        changed["positions"][0]["voice"] = voice
        out = pages_of(changed, tmp_path)
        (cell,) = re.findall(r'<td role="cell" class="what".*?</td>', body(out, "positions"), re.DOTALL)
        assert words(cell).endswith(told)

    @pytest.mark.parametrize(
        ("actor", "link", "number"),
        [
            ("sta_aze", "events.html#sides=AZE", 19),
            (
                "org_shanghai_cooperation_organization",
                "events.html#sides=Shanghai+Cooperation+Organization",
                1,
            ),
            ("per_ilham_aliyev", "events.html#actor_ids=per_ilham_aliyev", 11),
        ],
    )
    def test_an_actor_is_told_with_its_events_and_a_side_with_those_of_all_who_were_there_for_it(
        self, site: Path, actor: str, link: str, number: int
    ) -> None:
        (row,) = re.findall(rf'<tr role="row" id="{actor}">.*?</tr>', html(site, "actors"), re.DOTALL)
        assert f'<a href="{link}">all events</a>' in row
        assert f"events: {number} named as" in words(row)
        assert len(re.findall(r"<li>", row)) == number

    def test_an_organisation_that_was_there_for_a_state_is_told_with_where_it_was(
        self, tmp_path: Path
    ) -> None:
        changed = invented.rows()
        board = {"actor_id": "org_board", "actor_kind": "organisation", "name": "Board of Trade"}
        changed["actors"].append(invented.actor("org_board", "organisation", "Board of Trade", "XNO"))
        changed["participants"][0].update(board)
        held = data_of(pages_of(changed, tmp_path) / "actors.data.js")["columns"]
        at = held["id"]["values"].index("org_board")
        column = held["took_part"]
        assert column["values"][column["at"][at] if "at" in column else at] == "1"
        assert 'href="events.html#actor_ids=org_board"' in html(tmp_path / "site", "actors")

    def test_a_ruling_is_told_with_its_reason(self, site: Path) -> None:
        assert "because: Joint contributions to a beautiful planet are offered" in words(html(site, "events"))

    def test_silence_is_told_apart_from_what_was_not_looked_for(self, site: Path) -> None:
        shown = words(re.sub(r"<template.*</template>", "", html(site, "sources"), flags=re.DOTALL))
        assert shown.count("states no core topic") == 3
        assert shown.count("One China: not stated") == 3

    def test_many_rows_are_divided_and_every_link_finds_its_row(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("readouts.site.pages.AT_ONCE", 7)
        out = write_site(None, tmp_path / "site")
        parts = sorted(path.stem for path in out.glob("positions-*.html"))
        assert len(parts) == 7
        for name in (*parts, "positions", "events", "events-2", "actors", "actors-3"):
            page = Page(html(out, name))
            for link in page.values("href"):
                if not re.match("https?:", link):
                    check_link(out, name, link)
        assert "56 positions, here 8 to 14" in words(html(out, "positions-2"))
        assert Page(html(out, "positions-2")).values("src") == []

    def test_a_release_without_rows_says_so(self, tmp_path: Path) -> None:
        out = pages_of({name: [] for name in invented.rows()}, tmp_path)
        assert "0 positions" in words(html(out, "positions"))


class TestWhenItWasSaid:
    @pytest.mark.parametrize(
        ("precision", "bounds", "printed", "told"),
        [
            ("day", ("2031-03-04", "2031-03-04"), "2031-03-05", "4 March 2031"),
            ("bounded", (None, "2031-03-04"), "2031-03-05", "by 4 March 2031"),
            ("unknown", (None, None), "2031-03-05", "by 5 March 2031"),
            ("span", ("2031-03-04", "2031-03-09"), "2031-03-05", "4 March 2031 to 9 March 2031"),
            ("span", ("2031-06-01", "2031-06-03"), "2031-03-05", "by 5 March 2031"),
            ("day", ("2031-06-01", "2031-06-01"), None, "1 June 2031"),
            ("unknown", (None, None), None, None),
        ],
    )
    def test_is_the_day_of_the_event_unless_it_was_to_come(
        self, precision: str, bounds: tuple[str | None, str | None], printed: str | None, told: str | None
    ) -> None:
        start, end, published = (day and date.fromisoformat(day) for day in (*bounds, printed))
        event = {"date_precision": precision, "start": start, "end": end}
        assert day_of(event, {"published": published})["when"] == told


class TestTheFrontPage:
    @pytest.mark.parametrize(
        ("number", "told"),
        [
            (0, "true. Look"),
            (
                1,
                "true. From 1 article, which is no sample: counting rows tells nothing about the world.",
            ),
            (
                2,
                "true. From 2 articles, which are no sample: counting rows tells nothing about the world.",
            ),
        ],
    )
    def test_says_how_many_articles_it_rests_on(self, tmp_path: Path, number: int, told: str) -> None:
        nothing: invented.Rows = {name: [] for name in invented.rows()}
        out = pages_of({**nothing, "articles": invented.rows()["articles"][:number]}, tmp_path)
        assert told in words(html(out, "index"))

    @pytest.mark.parametrize(
        ("release", "told"),
        [
            ("0.1.0", "and nothing else: positions 1.000, main events 1.000."),
            ("0.2.0", "and nothing else; in brackets its 95 % interval: positions 1.000 (1.00–1.00), main"),
        ],
    )
    def test_says_what_its_figures_are_and_speaks_of_intervals_only_where_there_are_some(
        self, release: str, told: str
    ) -> None:
        edition = edition_at_hand(RELEASE.parent / release)
        shown = words(front_page(Site(edition), []))
        assert f"as F1, which is 1 where all that the gold coding has is found {told}" in shown

    def test_says_of_each_file_what_it_is(self, site: Path) -> None:
        edition = edition_at_hand(RELEASE)
        listed = downloads(edition, [path for path in site.iterdir() if path.suffix not in PARTS_OF_PAGES])
        assert len(listed) > 15
        assert [file.name for file in listed if not file.about and file.name != "SHA256SUMS"] == []


def pages_of(changed: invented.Rows, place: Path) -> Path:
    """The pages of an invented release."""
    folder = invented.placed(invented.release("0.1.0", changed), place / "data")
    (out := place / "site").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("READOUTS_DATA", str(folder.parent))
        write_pages(out, edition_at_hand(folder))
    return out


def body(folder: Path, name: str) -> str:
    """The rows of a page, without the one that its script fills."""
    return "".join(re.findall(r"<tbody.*?</tbody>", html(folder, name), re.DOTALL))


class TestItIsLight:
    def test_all_but_the_data_is_under_300_kilobytes(self, site: Path) -> None:
        pages = [site / f"{name}.html" for name in ("index", "codebook", "accuracy", "changes")]
        shells = [
            re.sub(r"<tbody.*?</tbody>", "", html(site, each.name), flags=re.DOTALL) for each in BROWSERS
        ]
        own = sum(path.stat().st_size for path in [*pages, *(site / name for name in STATIC)])
        assert own + sum(len(shell.encode()) for shell in shells) < 300_000

    def test_what_a_visitor_loads_to_look_something_up_is_under_60_kilobytes(self, site: Path) -> None:
        shell = re.sub(r"<tbody.*?</tbody>", "", html(site, "positions"), flags=re.DOTALL)
        assert len(shell.encode()) + sum((site / name).stat().st_size for name in STATIC) < 60_000

    def test_scripts_and_style_are_under_40_kilobytes(self, site: Path) -> None:
        assert sum((site / name).stat().st_size for name in STATIC) < 40_000


class TestTheData:
    @pytest.mark.parametrize("name", [browser.name for browser in BROWSERS])
    def test_of_a_page_are_its_rows_as_columns(self, site: Path, name: str) -> None:
        held = data_of(site / f"{name}.data.js")
        ids = held["columns"]["id"]["values"]
        assert len(ids) == held["rows"] == len(set(ids))
        for column in held["columns"].values():
            assert len(column.get("at", column["values"])) == held["rows"]

    def test_have_the_words_of_every_code_that_is_used(self, site: Path) -> None:
        held = data_of(site / "positions.data.js")
        assert held["terms"]["side"]["AZE"] == ["Azerbaijan", "AZE"]
        assert held["terms"]["topic"]["one_china"][0] == "One China"
        assert held["terms"]["told_by"] == {"other": ["told by another", TELLS_ANOTHERS]}
        assert held["terms"]["ruling_action"]["accept"][0] == "found right as coded"

    def test_keep_hostile_texts(self, hostile: Path) -> None:
        assert NASTY in data_of(hostile / "positions.data.js")["columns"]["evidence"]["values"]


def data_of(path: Path) -> dict:  # type: ignore[type-arg]
    found = re.fullmatch(
        r"globalThis\.readoutsData = JSON\.parse\((.*)\);\n", path.read_text("utf-8"), re.DOTALL
    )
    assert found
    held: dict = json.loads(json.loads(found[1]))  # type: ignore[type-arg]
    return held


class TestWords:
    @pytest.mark.parametrize(
        ("vocabulary", "code", "told", "title"),
        [
            ("topic", "one_china", "One China", "one_china: the norm"),
            ("topic", "non_interference", "Non-interference", "non_interference"),
            ("side", "KAZ", "Kazakhstan", "KAZ"),
            ("side", "XNO", "Norland", "XNO"),
            ("side", "European Union", "European Union", ""),
            ("cameo_code", "042", "042 (make a visit)", ""),
            ("no such", "some_code", "Some code", "some_code"),
        ],
    )
    def test_of_a_code(self, vocabulary: str, code: str, told: str, title: str) -> None:
        terms = Terms(
            {"topic": {"one_china": "the norm"}, "cameo_code": {"042": "make a visit"}}, {"XNO": "Norland"}
        )
        assert (terms.of(vocabulary, code).words, terms.of(vocabulary, code).title) == (told, title)


class TestMarks:
    @pytest.mark.parametrize(
        ("sentence", "formula", "strength", "marked"),
        [
            ("A firmly supports one China", "one China", "firmly", ["firmly", "one China"]),
            ("A Always backs B", "no such words", "always", ["Always"]),
            ("the one-China principle", "one-China principle", "one-China", ["one-China principle"]),
            ("overall, all", None, "all", ["all"]),
            ("a.b and a*b", "a*b", None, ["a*b"]),
            ("👩‍👩‍👧 met é", "é", None, ["é"]),
            ("nothing", None, None, []),
        ],
        ids=["both", "case", "within another", "whole words", "signs of patterns", "emoji", "nothing"],
    )
    def test_are_where_the_words_stand(
        self, sentence: str, formula: str | None, strength: str | None, marked: list[str]
    ) -> None:
        told = pieces(sentence, marks_in(sentence, formula, strength))
        assert [words for words, is_marked in told if is_marked] == marked
        assert "".join(words for words, _ in told) == sentence


class TestDocuments:
    @pytest.mark.parametrize(
        ("markdown", "html"),
        [
            ("a <script>x</script>", "<p>a &lt;script&gt;x&lt;/script&gt;</p>\n"),
            ("[x](javascript:alert)", "<p>[x](javascript:alert)</p>\n"),
            ("![x](https://evil.example/x.png)", '<p>!<a href="https://evil.example/x.png">x</a></p>\n'),
            ("`<b>`", "<p><code>&lt;b&gt;</code></p>\n"),
        ],
        ids=["HTML", "link that runs", "picture from elsewhere", "code"],
    )
    def test_hold_no_markup_of_others(self, markdown: str, html: str) -> None:
        assert document_of(f"# T\n\n{markdown}\n").body == html

    def test_have_headings_to_link_to_each_once(self) -> None:
        document = document_of("# The Title\n\n## One `x`\n\n### Two\n\n## One x\n\n## Main\n")
        assert document.title == "The Title"
        assert [heading.slug for heading in document.headings] == ["one-x", "two", "one-x-2", "main-2"]
