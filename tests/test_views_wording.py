"""`views.wording` and `views.two_sides`: how formulas change, and how two texts differ."""

from __future__ import annotations

import pandas as pd
import pytest

from readouts import views
from view_tables import ARTICLES, lines, tables, wanted

CHANGE = ("place", "order", "changed", "added", "removed", "marked")


class TestOnTheSeeds:
    def test_azerbaijan_says_policy_and_then_principle(self) -> None:
        found = views.wording("1.0.0", topics=["one_china"])
        assert lines(found, "formula", *CHANGE) == wanted("""
            "United China" policy | 1 | first       | -    | -         | -      | -
            one-China principle   | 2 | publication | True | principle | policy | +principle;-policy
        """)

    def test_china_leaves_out_independence(self) -> None:
        found = views.wording("1.0.0", topics=["territorial_integrity"])
        assert lines(found, "elements", *CHANGE) == wanted("""
            independence;sovereignty;territorial_integrity | 1 | first       | - | - | - | -
            sovereignty;territorial_integrity | 2 | publication | True | - | independence | -independence
        """)

    def test_two_meetings_by_a_day_are_in_order_by_their_texts_only(self) -> None:
        found = views.wording("1.0.0").query("topic == 'partnership' and holder == 'AZE'")
        assert lines(found, "date_edtf", "order") == wanted("""
            [..2019-04-25] | first
            [..2024-01-11] | publication
            2024-07        | dates
            2024-11-13     | dates
        """)

    def test_what_one_text_says_is_one_row(self) -> None:
        found = views.wording("1.0.0", topics=["belt_and_road"]).query("holder == 'AZE'")
        assert lines(found, "told_by_other", "formula", "n_positions", "changed") == wanted("""
            False | your initiative          | 1 | -
            False | Belt and Road Initiative | 1 | True
            True  | “One Belt, One Road”     | 2 | -
        """)

    def test_quotation_marks_change_nothing(self) -> None:
        found = views.wording("1.0.0", topics=["belt_and_road"]).query("holder == 'CHN'")
        assert lines(found, "formula", "changed") == wanted("""
            “One Belt, One Road”  | -
            "One Belt, One Road"  | False
            "One Belt - One Road" | True
        """)


TI = "territorial_integrity | support | assert"
CASES = {
    "two texts of one event": (
        f"n1|1|XNO|{TI}|XSU|sovereignty|x\ns1|1|XNO|{TI}|XSU|independence;sovereignty|x",
        ["1 | first | - | - | - | -", "2 | same_event | True | independence | - | +independence"],
    ),
    "a later event": (
        f"n1|1|XNO|{TI}|XSU|sovereignty|x\nn2|2|XNO|{TI}|XSU|sovereignty|x",
        ["1 | first | - | - | - | -", "2 | dates | False | - | - | -"],
    ),
    "a later text": (
        f"n1|1|XNO|{TI}|XSU|sovereignty|x\ns2|5|XNO|{TI}|XSU|unity|x",
        ["1 | first | - | - | - | -", "2 | publication | True | unity | sovereignty | -"],
    ),
    "nobody knows": (
        f"n1|1|XNO|{TI}|XSU|sovereignty|x\nu1|4|XNO|{TI}|XSU|unity|x",
        ["1 | first | - | - | - | -", "2 | unknown | - | - | - | -"],
    ),
    "another state's integrity": (
        f"n1|1|XNO|{TI}|XSU|sovereignty|x\nn2|2|XNO|{TI}|XWE|unity|x",
        ["1 | first | - | - | - | -", "1 | first | - | - | - | -"],
    ),
    "no state's": (
        f"n1|1|XNO|{TI}|-|sovereignty|x\nn2|2|XNO|{TI}|-|unity|x",
        ["1 | first | - | - | - | -", "2 | dates | True | unity | sovereignty | -"],
    ),
    "another stance in the same words": (
        f"n1|1|XNO|{TI}|XSU|unity|x\nn2|2|XNO|territorial_integrity|oppose|assert|XSU|unity|x",
        ["1 | first | - | - | - | -", "2 | dates | True | - | - | -"],
    ),
    "the same words in other letters": (
        f"n1|1|XNO|{TI}|XSU|-|“The Unity”\nn2|2|XNO|{TI}|XSU|-|the unity",
        ["1 | first | - | - | - | -", "2 | dates | False | - | - | -"],
    ),
    "several places of one text": (
        f"n1|1|XNO|{TI}|XSU|sovereignty|x\nn1|1|XNO|{TI}|XSU|unity|y\nn2|2|XNO|{TI}|XSU|sovereignty;unity|z",
        ["1 | first | - | - | - | -", "2 | dates | False | - | - | -"],
    ),
}


@pytest.mark.parametrize(("positions", "told"), CASES.values(), ids=CASES)
def test_a_formula_is_compared_with_the_one_before(positions: str, told: list[str]) -> None:
    assert lines(views.wording(tables(positions=positions)), *CHANGE) == told


def test_what_is_told_of_a_holder_is_compared_with_nothing_of_its_own() -> None:
    made = tables(positions=f"n1|1|XNO|{TI}|XSU|unity|x\nn2|2|XNO|{TI}|XSU|sovereignty|x")
    made["positions"].loc[made["positions"]["elements"] == "unity", "voice"] = "other"
    assert lines(views.wording(made), "elements", "told_by_other", "order") == wanted("""
        sovereignty | False | first
        unity       | True  | first
    """)


DIFFERENT = {
    "stance": "acknowledge | assert | XSU | unity | x",
    "act": "support | pledge | XSU | unity | x",
    "strength": "support | assert | XSU | unity | x | firmly",
    "elements": "support | assert | XSU | sovereignty | x",
    "formula": "support | assert | XSU | unity | y",
}


@pytest.mark.parametrize("other", DIFFERENT.values(), ids=DIFFERENT)
def test_two_texts_differ_in(other: str) -> None:
    said = f"n1|1|XNO|{TI}|XSU|unity|x\ns1|1|XNO|territorial_integrity|{other}"
    assert lines(views.two_sides(tables(positions=said)), "said_by", "wording") == ["both | differs"]


class TestTwoSides:
    def test_the_seeds_hold_no_event_with_two_read_outs(self) -> None:
        assert len(views.two_sides("1.0.0")) == 0

    def test_what_both_and_one_say(self) -> None:
        columns = ("holder", "topic", "target", "said_by", "wording", "n_a", "n_b", "elements_b")
        found = views.two_sides(tables())
        assert lines(found, *columns) == wanted("""
            XNO | territorial_integrity | XSU | both | differs | 1 | 1 | sovereignty;unity
            XSU | cooperation           | XNO | both | same    | 1 | 1 | -
            XSU | core_interests        | XNO | a    | -       | 1 | - | -
            XSU | non_interference      | XNO | b    | -       | - | 1 | -
        """)
        assert set(lines(found, "outlet_country_a", "outlet_country_b", "date_edtf")) == {
            "XNO | XSU | [..2031-03-04]"
        }

    def test_rows_are_sorted_by_what_they_are_on(self) -> None:
        topics = ("climate", "one_china", "nuclear", "climate")
        said = "\n".join(
            f"{text}1|1|{holder}|{topic}|support|assert|{target}|-|x"
            for text in "sn"
            for holder in ("XSU", "XNO")
            for topic in topics
            for target in ("-", "XWE", "CHN")
        )
        found = views.two_sides(tables(positions=said))
        key = ["event_id", "article_a", "article_b", "holder", "topic", "target"]
        pd.testing.assert_frame_equal(found, found.sort_values(key, ignore_index=True))
        assert len(found) == 2 * 3 * 3

    def test_without_a_target_they_are_found_in_both(self) -> None:
        said = f"n1|1|XNO|{TI}|-|unity|of all\ns1|1|XNO|{TI}|-|unity|of all"
        assert lines(views.two_sides(tables(positions=said)), "target", "said_by", "wording") == [
            "- | both | same"
        ]

    def test_of_several_places_all_elements_count(self) -> None:
        said = f"n1|1|XNO|{TI}|-|unity|x\nn1|1|XNO|{TI}|-|sovereignty|x\ns1|1|XNO|{TI}|-|sovereignty;unity|x"
        assert lines(views.two_sides(tables(positions=said)), "n_a", "n_b", "wording") == ["2 | 1 | same"]

    @pytest.mark.parametrize("country", ["XNO", "-"])
    def test_texts_of_one_state_or_of_nobody_knows_whom_are_no_two_sides(self, country: str) -> None:
        made = tables(ARTICLES.replace("s1 | XSU", f"s1 | {country}"))
        assert len(views.two_sides(made)) == 0
