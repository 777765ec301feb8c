"""`views.silences`: what was expected and not said."""

from __future__ import annotations

import pytest

from readouts import views
from view_tables import ARTICLES, EVENTS, digest, lines, tables, wanted

SHOWN = (
    "topic",
    "side_a",
    "side_b",
    "expected",
    "n_other_texts",
    "n_stated",
    "n_stated_by_a",
    "n_stated_by_b",
)


class TestOnTheSeeds:
    """By hand: two of five texts state both core topics, each side the other's; the rest state neither."""

    def test_three_texts_are_silent_on_both_topics(self) -> None:
        found = views.silences("1.0.0").query("unit == 'article'")
        assert lines(found, "date_edtf", "outlet_country", *SHOWN) == wanted("""
            [..2024-01-11] | AZE | one_china             | AZE | CHN | True | 4 | 2 | 2 | 0
            [..2024-01-11] | AZE | territorial_integrity | AZE | CHN | True | 4 | 2 | 0 | 2
            [..2024-11-14] | CHN | one_china             | AZE | CHN | True | 4 | 2 | 2 | 0
            [..2024-11-14] | CHN | territorial_integrity | AZE | CHN | True | 4 | 2 | 0 | 2
            [..2025-04-22] | AZE | one_china             | AZE | CHN | True | 4 | 2 | 2 | 0
            [..2025-04-22] | AZE | territorial_integrity | AZE | CHN | True | 4 | 2 | 0 | 2
        """)

    def test_so_are_the_events_that_they_report(self) -> None:
        found = views.silences("1.0.0").query("unit == 'event'")
        assert lines(found.drop_duplicates("event_id"), "event_id", "date_edtf") == wanted("""
            evt_df2eaa6ba16d | [..2024-01-11]
            evt_0ff6f9b631f1 | 2024-11-13
            evt_379da8a64554 | [..2025-04-22]
        """)
        assert lines(found.head(2), *SHOWN) == wanted("""
            one_china             | AZE | CHN | True | 4 | 2 | 2 | 0
            territorial_integrity | AZE | CHN | True | 4 | 2 | 0 | 2
        """)


ONE_SAYS = "n1 | 1 | XNO | territorial_integrity | support | assert | XSU | - | x"


def silent(positions: str, unit: str, articles: str = ARTICLES, events: str = EVENTS) -> list[str]:
    found = views.silences(tables(articles, events, positions))
    kept = found[(found["unit"] == unit) & (found["topic"] == "territorial_integrity")]
    return lines(kept, f"{unit}_id", *SHOWN[1:])


class TestArticlesAndEvents:
    def test_an_event_that_one_of_its_texts_states_is_not_silent(self) -> None:
        told = silent(ONE_SAYS, "event")
        assert [line for line in told if line.startswith("evt_000000000001")] == []

    def test_but_the_other_text_is(self) -> None:
        told = silent(ONE_SAYS, "article")
        assert f"{digest('s1')} | XNO | XSU | True | 2 | 1 | 1 | 0" in told

    def test_an_event_told_in_passing_is_not_silent(self) -> None:
        told = {line.split(" | ")[0] for line in silent(ONE_SAYS, "event")}
        assert told == {f"evt_00000000000{number}" for number in (2, 4, 5)}

    @pytest.mark.parametrize(
        ("status", "rows"), [("occurred", 2), ("ongoing", 2), ("planned", 0), ("cancelled", 0)]
    )
    def test_an_event_is_silent_if_it_took_place(self, status: str, rows: int) -> None:
        made = tables(events=f"1 | meeting | {status} | - | n1 | XNO XSU", positions="")
        assert len(views.silences(made).query("unit == 'event'")) == rows

    def test_a_text_without_a_dyad_has_a_row_without_one(self) -> None:
        told = silent(ONE_SAYS, "article")
        assert f"{digest('s2')} | - | - | - | 0 | 0 | 0 | 0" in told

    def test_each_dyad_of_a_text_has_a_row(self) -> None:
        told = [line for line in silent(ONE_SAYS, "article") if line.startswith(digest("n2"))]
        assert told == wanted(f"""
            {digest("n2")} | XNO | XSU | True  | 2 | 1 | 1 | 0
            {digest("n2")} | XNO | XWE | False | 1 | 0 | 0 | 0
            {digest("n2")} | XSU | XWE | -     | 0 | 0 | 0 | 0
        """)

    @pytest.mark.parametrize("about", ["XWE", "-"])
    def test_what_is_said_of_others_states_nothing_of_the_dyad(self, about: str) -> None:
        told = silent(f"n1 | 1 | XNO | territorial_integrity | support | assert | {about} | - | x", "article")
        assert f"{digest('s1')} | XNO | XSU | False | 2 | 0 | 0 | 0" in told


class TestWhatNobodyLookedAt:
    def test_is_no_silence_of_an_article(self) -> None:
        made = tables(positions=ONE_SAYS)
        made["coverage"] = made["coverage"][made["coverage"]["article_id"] != digest("s1")]
        found = views.silences(made)
        assert digest("s1") not in set(found["article_id"])

    def test_is_no_silence_of_an_event_that_it_reports(self) -> None:
        made = tables(positions="")
        assert "evt_000000000001" in set(views.silences(made)["event_id"])
        made["coverage"] = made["coverage"][made["coverage"]["article_id"] != digest("s1")]
        assert "evt_000000000001" not in set(views.silences(made)["event_id"])

    def test_counts_for_no_other_text(self) -> None:
        made = tables(positions=ONE_SAYS)
        made["coverage"] = made["coverage"][made["coverage"]["article_id"] != digest("n1")]
        found = views.silences(made).query("topic == 'territorial_integrity' and unit == 'article'")
        told = lines(found[found["article_id"] == digest("s1")], *SHOWN[1:])
        assert told == ["XNO | XSU | False | 1 | 0 | 0 | 0"]
