"""The site in a browser: looked through by mouse and keyboard, shared, copied from, and without a script."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

import readouts
from invented_site import NASTY, hostile_site
from readouts.site import write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

playwright = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: pip install playwright"
)
NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
         "--disable-component-update", "--disable-sync")  # fmt: skip
WIDTHS = {"wide": 1280, "narrow": 360, "enlarged": 320}
SEEN = (
    *("index.html", "positions.html#words=conscientiously", "positions.html#topic=peace_process"),
    *(
        "events.html#words=Ding+Xuexiang&sides=CHN",
        "actors.html#words=foundation",
        "sources.html#words=xinhua",
    ),
    "accuracy.html",
)
"""What axe-core looks at: pages with few rows, all open, and with none. It takes long for many."""

UNCLEAR = {
    "positions.html#topci=one_china": "topci",
    "positions.html#topci=one_china&stanec": "topci, stanec",
    "positions.html#topic=one_china&topic=climate": "topic=climate",
    "positions.html#from=2019-02-29": "from",
    "positions.html#to=last+year&certain=yes": "to, certain",
    "positions.html#page=first": "page",
    "positions.html#__proto__=x": "__proto__",
    "events.html#participants=x": "participants",
    "actors.html#from=2019-01-01": "from",
}
"""Addresses, and what in them says nothing: names, second values, days, numbers, lists."""

TOLD = """[...document.querySelectorAll("#rows > tr")].map((row) => [
    row.textContent.split(/\\s+/).filter(Boolean).join(" "),
    [...row.querySelectorAll("a")].map((link) => link.getAttribute("href")),
    [...row.querySelectorAll("[title]")].map((each) => each.title).filter(Boolean),
])"""
"""The words of every row, where its links lead, and what its titles say."""

KEPT = ("moderate", "serious", "critical")
"""What axe-core must not find."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("no Chromium is installed: apt-get install chromium")
    with playwright.sync_playwright() as tools:
        opened = tools.chromium.launch(executable_path=found, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(None, tmp_path_factory.mktemp("written") / "site")


class Visit:
    """A visitor with a page, who notes what goes wrong and what is asked of other hosts."""

    def __init__(self, context: BrowserContext, site: Path) -> None:
        self.site = site
        self.wrong: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", lambda said: self.wrong.append(said.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda asked: self.note(asked.url))

    def note(self, url: str) -> None:
        if not url.startswith(self.site.as_uri()):
            self.wrong.append(f"asked for {url}")

    def go(self, address: str) -> Page:
        self.page.goto(f"{self.site.as_uri()}/{address}")
        return self.page

    def status(self) -> str:
        return self.page.locator("#status").inner_text()

    def ask(self, asked: str) -> None:
        """Ask the page that is there for something else, as whoever edits the address does."""
        self.page.evaluate("asked => { location.hash = asked; }", asked)
        self.page.wait_for_function(
            "asked => document.getElementById('printed').textContent.includes(asked)", arg=asked
        )

    def shown(self) -> list[str]:
        return [str(row.get_attribute("id")) for row in self.page.locator("#rows > tr").all()]


@pytest.fixture
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    """A visitor from a disk, with a script; nothing may go wrong."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    visitor = Visit(context, site)
    yield visitor
    context.close()
    assert visitor.wrong == []


def ids_of(**wanted: str) -> set[str]:
    frame = readouts.load("positions")
    for column, value in wanted.items():
        frame = frame[frame[column] == value]
    return set(frame["position_id"])


class TestFiltering:
    def test_by_topic_keeps_the_rows_of_the_topic_and_counts_them_aloud(self, visit: Visit) -> None:
        visit.go("positions.html").get_by_label("On what").select_option("one_china")
        assert set(visit.shown()) == ids_of(topic="one_china")
        assert visit.status() == "2 of 56 positions"
        assert visit.page.locator("#status").get_attribute("role") == "status"

    def test_by_several_things_keeps_what_holds_all_of_them(self, visit: Visit) -> None:
        page = visit.go("positions.html")
        page.get_by_label("Who holds it").select_option(label="Azerbaijan (27)")
        page.get_by_label("On what").select_option("partnership")
        page.get_by_label("Stance").select_option("support")
        assert set(visit.shown()) == ids_of(holder="AZE", topic="partnership", stance="support")

    @pytest.mark.parametrize(
        ("address", "rows"),
        [
            ("positions.html#from=2024-11-13&to=2024-11-13", 23),
            ("positions.html#from=2024-11-13&to=2024-11-13&certain=1", 14),
            ("positions.html#to=2019-12-31", 40),
            ("positions.html#to=2019-12-31&certain=1", 18),
            ("positions.html#from=2024-01-01", 30),
            ("positions.html#from=2024-01-01&certain=1", 16),
            ("positions.html#certain=1", 56),
            ("positions.html#topic=one_china&to=2019-12-31", 2),
            ("positions.html#topic=one_china&from=2019-04-26", 1),
            ("positions.html#topic=one_china&from=2019-01-01&to=2019-12-31&certain=1", 0),
            ("events.html#from=2024-07-01&to=2024-07-31&certain=1", 2),
            ("positions.html#words=ONE-China+principle", 1),
            ("positions.html#words=no+such+words", 0),
            ("positions.html#target=AZE&topic=territorial_integrity", 2),
            ("events.html#sides=CHN&event_type=meeting", 5),
            ("sources.html#stated=one_china", 2),
            ("actors.html#kind=organisation", 5),
            ("positions.html#voice=other", 5),
            ("positions.html#topic=%E0%A4%A", 0),
        ],
    )  # fmt: skip
    def test_is_the_addresss(self, visit: Visit, address: str, rows: int) -> None:
        visit.go(address)
        counted = visit.status().split(" ")
        assert (0 if counted[0] == "None" else int(counted[0].strip(","))) == rows

    def test_tells_how_much_of_it_is_certainly_of_the_time(self, visit: Visit) -> None:
        visit.go("positions.html#to=2019-12-31")
        assert visit.status() == "40 of 56 positions, 18 of them certainly of this time"

    def test_keeps_nothing_between_a_last_and_a_first_day(self, visit: Visit) -> None:
        visit.go("positions.html#from=2020-01-01&to=2019-12-31")
        assert visit.status() == "None of 56: the first day is after the last."
        assert visit.shown() == []

    def test_tells_what_of_an_address_it_does_not_understand(self, visit: Visit) -> None:
        for address, names in UNCLEAR.items():
            visit.go("index.html")
            page = visit.go(address)
            assert visit.status().startswith(f"Not understood: {names}. ")
            page.get_by_role("button", name="Clear the filter").click()
            assert "understood" not in visit.status()
            assert page.url.partition("#")[2] == ""

    @pytest.mark.parametrize(
        ("address", "label", "option"),
        [
            ("positions.html#stance=oppose", "Stance", "opposes (0)"),
            ("positions.html#target=KAZ", "About whom", "KAZ (0)"),
            ("events.html#event_type=protest", "What", "Protest (0)"),
        ],
    )
    def test_shows_what_no_row_has_and_keeps_to_it(
        self, visit: Visit, address: str, label: str, option: str
    ) -> None:
        page = visit.go(address)
        asked = page.get_by_label(label, exact=True)
        assert asked.locator("option:checked").inner_text() == option
        page.locator("#filter select").last.select_option(index=1)
        assert asked.locator("option:checked").inner_text() == option
        assert address.partition("#")[2] in page.url
        assert visit.status().startswith("None of")

    def test_finds_quotation_marks_and_dashes_however_they_are_typed(self, visit: Visit) -> None:
        frame = readouts.load("positions")
        visit.go("positions.html")
        for pattern, searches in {
            '["“]One': ("“One", "”One", "„One", "«One", "»One", '"One'),
            "Azerbaijan['’]s": (
                "azerbaijan’s",
                "azerbaijan‘s",
                "azerbaijan´s",
                "azerbaijan`s",
                "azerbaijan's",
            ),
            "Chinese-Azer": ("Chinese–Azer", "chinese—azer", "chinese‑azer", "chinese−azer", "chin­ese-azer"),
        }.items():
            found = set(frame[frame["evidence"].str.contains(pattern)]["position_id"])
            assert found
            for search in searches:
                visit.ask(urlencode({"words": search}))
                assert set(visit.shown()) == found, search

    def test_tells_when_nothing_is_so_and_clears(self, visit: Visit) -> None:
        page = visit.go("positions.html#topic=one_china&holder=CHN")
        assert visit.status().startswith("None of 56: nothing is so.")
        page.get_by_role("button", name="Clear the filter").click()
        assert visit.status() == "56 positions, here 1 to 50"
        assert page.get_by_label("On what").input_value() == ""

    def test_follows_what_is_typed(self, visit: Visit) -> None:
        page = visit.go("positions.html")
        page.get_by_label("Words").press_sequentially("corridor", delay=10)
        page.wait_for_url("**/positions.html#words=corridor")
        assert "of 56 positions" in visit.status()
        page.go_back()
        assert visit.status() == "56 positions, here 1 to 50"

    def test_goes_back_past_the_digits_of_a_day(self, visit: Visit) -> None:
        page = visit.go("positions.html")
        for typed in ("0002-01-01", "0020-01-01", "2024-01-01"):
            page.get_by_label("from", exact=True).fill(typed)
        page.wait_for_url("**/positions.html#from=2024-01-01")
        page.go_back()
        assert visit.status() == "56 positions, here 1 to 50"

    def test_turns_pages(self, visit: Visit) -> None:
        page = visit.go("positions.html")
        first = visit.shown()
        page.get_by_role("button", name="Next").click()
        assert page.url.endswith("#page=2")
        assert len(first + visit.shown()) == len({*first, *visit.shown()}) == 56
        assert page.get_by_role("button", name="Next").is_disabled()


class TestSharing:
    def test_an_address_shows_the_same_to_another(self, visit: Visit, browser: Browser, site: Path) -> None:
        page = visit.go("positions.html")
        page.get_by_label("On what").select_option("territorial_integrity")
        page.locator("#rows summary").first.click()
        page.wait_for_url("**row=pos_*")
        context = browser.new_context()
        other = Visit(context, site)
        other.go(page.url.removeprefix(f"{site.as_uri()}/"))
        assert other.shown() == visit.shown()
        assert other.page.get_by_label("On what").input_value() == "territorial_integrity"
        assert other.page.locator("#rows details[open]").count() == 1
        assert other.page.evaluate("document.activeElement.tagName") == "SUMMARY"
        assert other.wrong == []
        context.close()

    def test_going_back_and_forth_goes_through_the_filters(self, visit: Visit) -> None:
        page = visit.go("positions.html")
        page.get_by_label("On what").select_option("one_china")
        page.get_by_label("On what").select_option("climate")
        page.go_back()
        assert set(visit.shown()) == ids_of(topic="one_china")
        assert page.get_by_label("On what").input_value() == "one_china"
        page.go_back()
        assert len(visit.shown()) == 50
        page.go_forward()
        assert set(visit.shown()) == ids_of(topic="one_china")

    def test_a_row_is_found_by_its_id_on_whatever_page_it_stands(self, visit: Visit) -> None:
        visit.go("positions.html#page=2")
        last = visit.shown()[-1]
        visit.go("index.html")
        page = visit.go(f"positions.html#{last}")
        assert page.locator(f"#{last} details[open]").is_visible()
        visit.go("index.html")
        visit.go("positions.html#pos_ffffffffffff")
        assert visit.status().startswith("There is no row pos_ffffffffffff here.")

    def test_the_address_of_a_view_is_copied(self, visit: Visit) -> None:
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = visit.go("positions.html#topic=one_china")
        page.get_by_role("button", name="Copy the address").click()
        playwright.expect(page.locator("#spoken")).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == page.url


class TestRows:
    def test_open_to_the_sentence_its_article_and_its_rule(self, visit: Visit) -> None:
        page = visit.go("positions.html#topic=territorial_integrity")
        row = page.locator("#pos_fdff1b94c8dc")
        row.locator("summary").click()
        opened = row.locator(".opened")
        assert row.locator("mark").inner_text() == "sovereignty and territorial integrity"
        for words in (
            "Ma Zhaoxu",
            "News.Az",
            "19 April 2023",
            "territorial_integrity",
            "found right as coded",
        ):
            assert words in opened.inner_text()
        links = {link.inner_text(): link.get_attribute("href") for link in opened.locator("a").all()}
        assert links["the article at its publisher's"].startswith("https://news.az/")  # type: ignore[union-attr]
        opened.get_by_role("link", name="Meeting: Anar Alakbarov").click()
        assert "events.html#evt_" in page.url
        assert "Who took part" in page.locator("#rows details[open]").inner_text()

    def test_lead_from_an_event_to_what_was_said_there(self, visit: Visit) -> None:
        page = visit.go("events.html#evt_0ff6f9b631f1")
        page.get_by_role("link", name="positions stated there").first.click()
        assert visit.status() == "14 of 56 positions"
        assert "said at: Meeting: Ding Xuexiang" in page.locator("#chips").inner_text()
        page.get_by_role("button", name="Take away").click()
        assert visit.status() == "56 positions, here 1 to 50"

    def test_lead_from_a_state_to_all_events_of_its_side_and_from_a_person_to_those_with_it(
        self, visit: Visit
    ) -> None:
        page = visit.go("actors.html#sta_aze")
        page.get_by_role("link", name="all events").first.click()
        assert visit.status() == "19 of 20 events"
        assert page.get_by_label("Whose side took part").input_value() == "AZE"
        page = visit.go("actors.html#per_anar_alakbarov")
        page.get_by_role("link", name="all events").first.click()
        assert visit.status() == "2 of 20 events"
        assert page.locator("#chips li").inner_text().startswith("with: Anar Alakbarov")

    def test_open_and_close_all_at_once(self, visit: Visit) -> None:
        page = visit.go("actors.html")
        everything = page.get_by_role("button", name="Open all")
        everything.click()
        assert page.locator("#rows details[open]").count() == len(visit.shown())
        everything.click()
        assert page.locator("#rows details[open]").count() == 0

    def test_that_are_all_open_are_told_by_more_than_a_colour(self, visit: Visit) -> None:
        page = visit.go("positions.html#topic=one_china")
        told = "getComputedStyle(document.getElementById('open-all'), '::before').content"
        assert page.evaluate(told) == "none"
        for summary in page.locator("#rows summary").all():
            summary.click()
        playwright.expect(page.get_by_role("button", name="Open all", pressed=True)).to_be_visible()
        assert "✓" in page.evaluate(told)
        page.locator("#rows summary").first.click()
        playwright.expect(page.get_by_role("button", name="Open all", pressed=False)).to_be_visible()

    def test_are_heard_without_signs(self, visit: Visit) -> None:
        page = visit.go("positions.html#voice=other&topic=belt_and_road")
        heard = page.locator("#rows .what").first.aria_snapshot()
        assert 'cell "supports Belt and Road towards China, told by another"' in heard

    @pytest.mark.parametrize("name", ["positions", "events", "actors", "sources"])
    def test_are_the_same_with_and_without_a_script(
        self, visit: Visit, browser: Browser, site: Path, name: str
    ) -> None:
        context = browser.new_context(java_script_enabled=False)
        plain = Visit(context, site)
        plain.go(f"{name}.html")
        visit.go(f"{name}.html")
        told = visit.page.evaluate(TOLD)
        assert told == plain.page.evaluate(TOLD)[: len(told)]
        assert told
        assert plain.wrong == []
        context.close()


class TestTheKeyboard:
    def test_goes_past_the_links_to_the_content(self, visit: Visit) -> None:
        page = visit.go("positions.html#topic=one_china")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        assert page.url.endswith("#topic=one_china")

    def test_filters_opens_a_row_and_follows_its_link(self, visit: Visit) -> None:
        page = visit.go("positions.html")
        page.get_by_label("On what").focus()
        page.keyboard.type("One China")
        page.wait_for_url("**/positions.html#topic=one_china")
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.tagName") == "SUMMARY":
                break
        page.keyboard.press("Enter")
        assert page.locator("#rows details[open]").count() == 1
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Enter")
        page.wait_for_url("**/actors.html#*")


class TestCopying:
    def test_a_line_of_code_is_in_the_clipboard(self, visit: Visit) -> None:
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = visit.go("index.html")
        page.get_by_role("button", name="Copy: pandas", exact=True).click()
        playwright.expect(page.locator("#spoken")).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()").startswith("import pandas as pd\n")

    def test_works_where_the_clipboard_is_out_of_reach(self, visit: Visit) -> None:
        page = visit.go("index.html")
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.get_by_role("button", name="Copy: BibTeX").click()
        playwright.expect(page.locator("#spoken")).to_have_text("Copied")

    def test_the_same_rows_come_from_the_lines_below(self, visit: Visit) -> None:
        page = visit.go("positions.html#topic=one_china&holder=AZE")
        held: dict[str, Any] = {}
        exec(page.locator("#same-code").inner_text(), held)
        assert set(held["positions"]["position_id"]) == set(visit.shown())
        assert page.locator("#same-hint").is_hidden()
        visit.go("index.html")
        assert visit.go("positions.html#words=peace").locator("#same-hint").is_visible()

    def test_the_lines_ask_for_nothing_that_the_table_has_not(self, visit: Visit) -> None:
        page = visit.go("positions.html#outlet=Trend&holder=AZE")
        assert "outlet" not in page.locator("#same-code").inner_text()
        assert '("holder", "==", "AZE")' in page.locator("#same-code").inner_text()
        assert page.locator("#same-hint").is_visible()


class TestPrinting:
    @pytest.mark.parametrize(
        ("address", "told"),
        [
            ("positions.html", "No filter."),
            (
                "positions.html#topic=one_china&holder=AZE",
                "Filter: On what: One China; Who holds it: Azerbaijan.",
            ),
            (
                "positions.html#from=2019-01-01&to=2019-12-31&certain=1&words=peace",
                "Filter: When it was said: from 2019-01-01 to 2019-12-31, only if certain; Words: peace.",
            ),
            ("events.html#actor_ids=per_lu_mei", "Filter: with: Lu Mei."),
        ],
    )
    def test_tells_what_the_rows_were_chosen_by(self, visit: Visit, address: str, told: str) -> None:
        page = visit.go(address)
        printed = page.locator("#printed")
        assert printed.is_hidden()
        page.emulate_media(media="print")
        assert printed.inner_text() == f"{told} Address: {page.url}"
        assert page.locator("#filter").is_hidden()


@pytest.mark.parametrize(
    ("width", "scheme"),
    [("wide", "light"), ("wide", "dark"), ("narrow", "light"), ("narrow", "dark"), ("enlarged", "light")],
)
def test_axe_finds_nothing_serious_and_nothing_is_cut_off(
    browser: Browser, site: Path, width: str, scheme: Any
) -> None:
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 900}, color_scheme=scheme)
    assert faults(Visit(context, site), SEEN) == []
    context.close()


def test_axe_finds_nothing_serious_in_the_long_documents(visit: Visit) -> None:
    assert faults(visit, ("codebook.html", "changes.html")) == []


def faults(visit: Visit, addresses: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """What axe-core finds on pages, and where something sticks out of the screen."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python lacks")
    found = []
    for address in addresses:
        visit.go("index.html")
        page = visit.go(address)
        if page.locator("#open-all").count():
            page.get_by_role("button", name="Open all").click()
        violations = axe.Axe().run(page, options={"preload": False}).response["violations"]
        found += [
            (address, each["id"], each["nodes"][0]["html"]) for each in violations if each["impact"] in KEPT
        ]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append((address, "sticks out", ""))
    return found + [("", "console", said) for said in visit.wrong]


def test_hostile_texts_stay_texts(browser: Browser, tmp_path: Path) -> None:
    out = hostile_site(tmp_path)
    context = browser.new_context()
    visitor = Visit(context, out)
    for name in ("positions", "events", "actors", "sources"):
        page = visitor.go(f"{name}.html")
        page.get_by_role("button", name="Open all").click()
        assert NASTY in str(page.locator("#rows").text_content())
        assert page.locator("#rows img, #rows script").count() == 0
        assert page.locator("a[href^='javascript']").count() == 0
    context.close()
    assert visitor.wrong == []
