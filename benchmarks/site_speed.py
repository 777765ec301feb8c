"""Measures the site of a large release: how long it takes to write, how large it is, how fast it filters.

    python benchmarks/site_speed.py OUT [POSITIONS]

The rows are those of the newest release, over and over, with ids and sentences of their own. Filtering is
measured in Chromium, from the change of the filter to the rows on the screen.
"""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq
from playwright.sync_api import Page, sync_playwright

from readouts.paths import release_folder
from readouts.publishing.edition import Edition, edition_at_hand
from readouts.release.descriptor import NAME
from readouts.site.write import write_pages

CHROMIUM = "/usr/bin/chromium"
FILTERS = {
    "a topic": "#topic=cooperation",
    "holder, topic and stance": "#holder=CHN&topic=partnership&stance=support",
    "dates": "#from=2019-01-01&to=2023-12-31",
    "words, at first": "#words=cooperation",
    "words": "#words=strategic+partnership",
    "nothing": "#",
}


def main() -> None:
    """Write the site and measure it."""
    out, positions = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    out.mkdir()
    with TemporaryDirectory() as held:
        edition = large(Path(held), positions)
        shutil.copy(edition.folder / "positions.parquet", out)
        begun = time.perf_counter()
        write_pages(out, edition)
        print(f"written in {time.perf_counter() - begun:.1f} s, {len(list(out.iterdir()))} files")
    print(f"positions.data.js: {(out / 'positions.data.js').stat().st_size / 1e6:.1f} MB")
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        measure(browser.new_page(), (out / "positions.html").resolve().as_uri())
        browser.close()


def large(folder: Path, positions: int) -> Edition:
    """A release with so many positions."""
    there = edition_at_hand(release_folder())
    for path in there.folder.glob("*.parquet"):
        table = pq.read_table(path)
        pq.write_table(repeated(table, positions) if path.stem == "positions" else table, folder / path.name)
    shutil.copy(there.folder / NAME, folder)
    return Edition(folder, there.described, {})


def repeated(table: pa.Table, rows: int) -> pa.Table:
    """The rows over and over."""
    held = table.to_pylist()
    made = [{**held[n % len(held)], "position_id": f"pos_{n:012x}"} for n in range(rows)]
    for number, row in enumerate(made):
        row["evidence"] = f"{row['evidence']} ({number})"
    return pa.Table.from_pylist(made, table.schema)


def measure(page: Page, address: str) -> None:
    """Time how long it takes to open the page, and to filter."""
    begun = time.perf_counter()
    page.goto(address)
    print(f"opened in {time.perf_counter() - begun:.2f} s")
    for name, address_part in FILTERS.items():
        took = page.evaluate(
            """address => {
                const begun = performance.now();
                history.pushState(null, "", address);
                window.dispatchEvent(new PopStateEvent("popstate"));
                document.body.getBoundingClientRect();
                return performance.now() - begun;
            }""",
            address_part,
        )
        print(f"{name}: {took:.0f} ms, {page.locator('#status').inner_text()}")


if __name__ == "__main__":
    main()
