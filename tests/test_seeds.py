"""The seeds of this repository are what they say they are, and any text is read as offsets count it."""

from __future__ import annotations

import csv
import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.errors import BadInput
from readouts.seeds import actors, catalogue, days, occasions
from readouts.seeds.read import read_actors, read_article, read_articles, read_occasions, read_seeds
from readouts.seeds.text import stored_text, text_problems

if TYPE_CHECKING:
    from readouts.seeds.types import ActorRecord, Article, Seeds

SEEDS = Path(__file__).parent.parent / "seeds"
HEADER = "file,outlet,outlet_country,url,published,published_basis,proof"


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    return read_seeds(SEEDS)


def actor(seeds: Seeds, actor_id: str) -> ActorRecord:
    return next(record for record in seeds.actors if record.actor_id == actor_id)


def user_texts(
    folder: Path, header: str, row: str, text: bytes = b"Norway and Kenya met.\n"
) -> tuple[Article, ...]:
    (folder / "oslo.txt").write_bytes(text)
    (folder / "sources.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    return read_articles(folder, folder / "sources.csv")


# The seeds of the repository


def test_every_article_is_byte_for_byte_the_one_the_gold_standard_was_made_from(seeds: Seeds) -> None:
    gold = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in SEEDS.glob("gold/*.json")}
    digests = {entry["article"]: entry["sha256"] for entry in gold.values()}

    assert {article.source.file: article.sha256 for article in seeds.articles} == digests
    assert seeds.gold == tuple(sorted(gold))
    assert len(seeds.articles) == 5


def test_every_gold_span_holds_its_evidence_in_the_stored_text(seeds: Seeds) -> None:
    texts = {article.source.file: article.text for article in seeds.articles}
    for path in SEEDS.glob("gold/*.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = texts[gold["article"]]
        for position in gold["positions"]:
            assert text[position["start"] : position["end"]] == position["evidence"]
        for event in gold["events"]:
            assert text[event["start_char"] : event["end_char"]] == event["evidence"]


def test_nothing_of_a_seed_article_is_changed_on_reading(seeds: Seeds) -> None:
    for article in seeds.articles:
        data = (SEEDS / "articles" / article.source.file).read_bytes()
        assert article.text.encode() == data
        assert article.article_id == f"art_{sha256(data).hexdigest()[:12]}"


def test_every_seed_article_has_a_day_and_its_proof(seeds: Seeds) -> None:
    assert all(article.source.published and article.source.proof for article in seeds.articles)


def test_the_release_has_a_version_a_day_and_a_name(seeds: Seeds) -> None:
    assert (seeds.version, seeds.released) == ("1.0.0", date(2026, 11, 22))
    assert seeds.title
    assert seeds.description


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("sources.csv", catalogue.REQUIRED + catalogue.OPTIONAL),
        ("occasions.csv", occasions.COLUMNS.required),
        ("actors.csv", actors.COLUMNS.required),
    ],
)
def test_the_readme_of_the_seeds_describes_every_column_in_order(
    table: str, columns: tuple[str, ...]
) -> None:
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    section = readme.partition(f"### {table}\n")[2].partition("\n#")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| ")]
    assert [name.strip() for row in rows[2:] for name in row.split(",")] == list(columns)


def test_articles_and_actors_are_sorted(seeds: Seeds) -> None:
    files = [article.source.file for article in seeds.articles]
    ids = [record.actor_id for record in seeds.actors]
    assert files == sorted(files)
    assert ids == sorted(set(ids))


def test_the_rows_of_an_actor_become_one_record_with_its_offices(seeds: Seeds) -> None:
    with (SEEDS / "actors.csv").open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["office"]]
    offices = {(row["actor_id"], row["office"], row["office_of"]) for row in rows}

    read = [(record.actor_id, t.office, t.office_of) for record in seeds.actors for t in record.tenures]
    assert set(read) == offices
    assert len(read) == len(rows)


def test_a_year_or_month_in_office_is_kept_as_its_bound(seeds: Seeds) -> None:
    chair = actor(seeds, "per_ilham_aliyev").tenures[1]
    vice_minister = actor(seeds, "per_ma_zhaoxu").tenures[1]
    assert (chair.start, chair.end) == (date(2005, 1, 1), None)
    assert (vice_minister.start, vice_minister.end) == (date(2019, 7, 1), date(2023, 1, 31))


def test_every_tenure_is_proven() -> None:
    with (SEEDS / "actors.csv").open(encoding="utf-8", newline="") as handle:
        assert all(row["proof"] for row in csv.DictReader(handle))


def test_other_names_are_split_at_semicolons(seeds: Seeds) -> None:
    assert actor(seeds, "org_chinese_communist_party").also == ("Communist Party of China", "CPC", "CCP")
    assert "COP29" in {occasion.name for occasion in seeds.occasions}
    forum = seeds.occasions[0]
    assert forum.also == (
        'second "One Belt, One Road" International Cooperation Forum',
        "second Belt and Road International Forum",
    )
    assert (forum.start, forum.end, forum.country) == (date(2019, 4, 25), date(2019, 4, 27), "CHN")


def test_actors_and_occasions_can_be_read_by_themselves(seeds: Seeds) -> None:
    assert read_actors(SEEDS / "actors.csv") == seeds.actors
    assert read_occasions(SEEDS / "occasions.csv") == seeds.occasions


# A user's own texts


def test_a_users_text_may_have_a_bom_and_crlf(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfNorway and Kenya met.\r\nThey signed.\r"
    (article,) = user_texts(tmp_path, HEADER, "oslo.txt,Oslo Daily,NOR,,2024-05-02,page,its page", data)
    assert article.text == "Norway and Kenya met.\nThey signed.\n"
    assert article.sha256 == sha256(data).hexdigest()


def test_title_and_language_are_optional(tmp_path: Path) -> None:
    (plain,) = user_texts(tmp_path, HEADER, "oslo.txt,Oslo Daily,NOR,,2024-05-02,page,its page")
    assert (plain.source.title, plain.source.language) == (None, "en")
    row = "oslo.txt,Oslo Daily,NOR,,2024-05-02,page,its page,nn,Møte i Oslo"
    (titled,) = user_texts(tmp_path, HEADER + ",language,title", row)
    assert (titled.source.title, titled.source.language) == ("Møte i Oslo", "nn")


@pytest.mark.parametrize(
    ("dated", "published", "basis"),
    [
        ("2024-05-02,page", date(2024, 5, 2), "page"),
        ("2024-05-02,", date(2024, 5, 2), "catalogue"),
        ("2024-05-02,none", date(2024, 5, 2), "catalogue"),
        (",", None, "none"),
        (",none", None, "none"),
        (",header", None, "none"),
    ],
)
def test_the_basis_of_a_users_date(tmp_path: Path, dated: str, published: date | None, basis: str) -> None:
    (article,) = user_texts(tmp_path, HEADER, f"oslo.txt,Oslo Daily,NOR,,{dated},")
    assert (article.source.published, article.source.published_basis) == (published, basis)


def test_a_catalogue_may_lie_among_the_texts_and_come_from_a_spreadsheet(tmp_path: Path) -> None:
    rows = f"\ufeff{HEADER}\r\noslo.txt,Oslo Daily,NOR,,2024-05-02,page,its page\r\n,,,,,,\r\n\r\n"
    (tmp_path / "oslo.txt").write_text("Norway and Kenya met.", encoding="utf-8")
    (tmp_path / "sources.csv").write_text(rows, encoding="utf-8")
    assert [article.source.file for article in read_articles(tmp_path, tmp_path / "sources.csv")] == [
        "oslo.txt"
    ]


def test_one_text_is_read_without_a_catalogue(tmp_path: Path) -> None:
    path = tmp_path / "oslo.txt"
    path.write_bytes(b"Norway and Kenya met.\r\n")
    dated, undated = read_article(path, date(2024, 5, 2)), read_article(path)
    assert dated.text == "Norway and Kenya met.\n"
    assert (dated.source.published_basis, undated.source.published_basis) == ("catalogue", "none")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf \n", b"Oslo \xff", b"Oslo\x00", None])
def test_one_text_that_cannot_be_used_is_an_error_that_names_it(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "oslo.txt"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(BadInput, match=r"oslo\.txt"):
        read_article(path)


# Texts and dates


@given(st.text(alphabet=st.characters(codec="utf-8")), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_a_text_is_the_same_whatever_its_line_ends_and_bom(text: str, end: str, bom: bool) -> None:
    plain = text.replace("\r", "").lstrip("\ufeff")
    data = ("\ufeff" * bom + plain.replace("\n", end)).encode()
    assert stored_text(data) == plain


@given(st.binary())
def test_bytes_without_a_problem_are_stored_unchanged(data: bytes) -> None:
    if not text_problems(data, "a.txt", strict=True):
        assert stored_text(data).encode() == data


@given(st.binary())
def test_bytes_that_cannot_be_decoded_always_have_a_problem(data: bytes) -> None:
    if not text_problems(data, "a.txt", strict=False):
        assert stored_text(data).strip()


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_its_own_bounds_and_lies_in_its_month_and_year(day: date) -> None:
    iso = day.isoformat()
    assert days.day(iso) == day
    assert days.bounds(iso) == (day, day)
    for part in (iso[:4], iso[:7]):
        first, last = days.bounds(part)
        assert first <= day <= last


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_month_or_year_has_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    assert days.bounds(text) == (first, last)


NO_DATES = """
2024-02-30 2023-02-29 2024-13 2024-00 2024-01-00 0999-01-01 24-01-01 13/04/2023
2024-1-1 20240101 2024-01-01T00:00 2024- ٢٠٢٤
"""


@pytest.mark.parametrize("text", ["", " 2024", *NO_DATES.split()])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not"):
        days.bounds(text)
