"""`views.exchanges`: who backs whom on what."""

from __future__ import annotations

import pandas as pd
import pytest

from readouts import views
from view_tables import ARTICLES, EVENTS, lines, tables, wanted

SHOWN = ("kind", "side_a", "topic_a", "side_b", "topic_b", "date_edtf")


class TestOnTheSeeds:
    """By hand: the meetings in Beijing (2019) and in China (2023) hold an exchange each, the others none."""

    def test_china_backs_territorial_integrity_and_azerbaijan_one_china(self) -> None:
        assert lines(views.exchanges("1.0.0"), *SHOWN) == wanted("""
            mutual | AZE | one_china | CHN | territorial_integrity | [..2019-04-25]
            mutual | AZE | one_china | CHN | territorial_integrity | [..2023-04-19]
        """)

    def test_both_sentences_are_shown(self) -> None:
        found = views.exchanges("1.0.0")
        assert list(found["evidence_a"]) == [
            'Azerbaijan, in turn, consistently supported the "United China" policy',
            "Azerbaijan has always supported the one-China principle",
        ]
        assert list(found["evidence_b"]) == [
            "China supported the sovereignty, territorial integrity and independence of Azerbaijan",
            "China supports the sovereignty and territorial integrity of Azerbaijan",
        ]

    def test_no_day_is_guessed(self) -> None:
        found = views.exchanges("1.0.0")
        assert found["start"].isna().all()
        assert lines(found, "end") == ["2019-04-25", "2023-04-19"]

    def test_other_topics_can_be_asked_for(self) -> None:
        found = views.exchanges("1.0.0", topics=["shared_future", "partnership"])
        mutual = found[found["kind"] == "mutual"]
        assert lines(mutual, "topic_a", "formula_a", "topic_b", "formula_b", "date_edtf") == wanted("""
            partnership | at a high level | partnership | main partners | [..2019-04-25]
            partnership | strategic partnership | partnership | strategic partnership | 2024-07
            partnership | strategic partners | partnership | strategic partnership | 2024-11-13
        """)


CASES = {
    "answered": (
        "n1|1|XNO|one_china|support|assert|XSU|-|x\nn1|1|XSU|core_interests|support|assert|XNO|-|y",
        ["mutual | XNO | one_china | XSU | core_interests | [..2031-03-04]"],
    ),
    "answered in the other side's text": (
        "n1|1|XNO|one_china|support|assert|XSU|-|x\ns1|1|XSU|core_interests|support|assert|XNO|-|y",
        ["mutual | XNO | one_china | XSU | core_interests | [..2031-03-04]"],
    ),
    "answered at another event": (
        "n1|1|XNO|one_china|support|assert|XSU|-|x\nn2|2|XSU|core_interests|support|assert|XNO|-|y",
        [
            "one_sided | XNO | one_china | XSU | - | [..2031-03-04]",
            "one_sided | XSU | core_interests | XNO | - | 2033-06-30",
        ],
    ),
    "answered in the same article, at no event": (
        "n1|1|XNO|one_china|support|assert|XSU|-|x\nn1|-|XSU|core_interests|support|assert|XNO|-|y",
        ["mutual | XNO | one_china | XSU | core_interests | [..2031-03-05]"],
    ),
    "answered in the same article, at another event": (
        "n2|1|XNO|one_china|support|assert|XSU|-|x\nn2|2|XSU|core_interests|support|assert|XNO|-|y",
        ["mutual | XNO | one_china | XSU | core_interests | 2033-06-30"],
    ),
    "of two days with the same end, the wider is told": (
        "n2|2|XNO|one_china|support|assert|XSU|-|x\nn2|8|XSU|core_interests|support|assert|XNO|-|y",
        ["mutual | XNO | one_china | XSU | core_interests | [..2033-06-30]"],
    ),
    "and so the other way round": (
        "n2|8|XNO|one_china|support|assert|XSU|-|x\nn2|2|XSU|core_interests|support|assert|XNO|-|y",
        ["mutual | XNO | one_china | XSU | core_interests | [..2033-06-30]"],
    ),
    "not given by a demand to keep out": ("n1|1|XNO|non_interference|support|demand|XSU|-|x", []),
    "given by a demand on others": (
        "n1|1|XNO|territorial_integrity|support|demand|XSU|-|x",
        ["one_sided | XNO | territorial_integrity | XSU | - | [..2031-03-04]"],
    ),
    "said when it was printed, at an event that was to come": (
        "n1|3|XNO|one_china|support|assert|XSU|-|x",
        ["one_sided | XNO | one_china | XSU | - | [..2031-03-05]"],
    ),
    "answered in another article, at no event": (
        "n1|1|XNO|one_china|support|assert|XSU|-|x\ns1|-|XSU|core_interests|support|assert|XNO|-|y",
        [
            "one_sided | XNO | one_china | XSU | - | [..2031-03-04]",
            "one_sided | XSU | core_interests | XNO | - | [..2031-03-06]",
        ],
    ),
    "answered in one article at no event": (
        "n1|-|XNO|one_china|support|assert|XSU|-|x\nn1|-|XSU|core_interests|support|assert|XNO|-|y",
        ["mutual | XNO | one_china | XSU | core_interests | [..2031-03-05]"],
    ),
    "not answered by what is opposed": (
        "n1|1|XNO|one_china|support|assert|XSU|-|x\nn1|1|XSU|core_interests|oppose|assert|XNO|-|y",
        ["one_sided | XNO | one_china | XSU | - | [..2031-03-04]"],
    ),
    "not answered by another topic": (
        "n1|1|XNO|one_china|support|assert|XSU|-|x\nn1|1|XSU|cooperation|support|assert|XNO|-|y",
        ["one_sided | XNO | one_china | XSU | - | [..2031-03-04]"],
    ),
    "at an event without a date, the later text tells the last day": (
        "n1|7|XNO|one_china|support|assert|XSU|-|x\ns1|7|XSU|core_interests|support|assert|XNO|-|y",
        ["mutual | XNO | one_china | XSU | core_interests | [..2031-03-06]"],
    ),
    "at an event without a date, a text without one leaves it open": (
        "n1|7|XNO|one_china|support|assert|XSU|-|x\nu1|7|XSU|core_interests|support|assert|XNO|-|y",
        ["mutual | XNO | one_china | XSU | core_interests | -"],
    ),
    "acknowledged is not backed": ("n1|1|XNO|one_china|acknowledge|assert|XSU|-|x", []),
    "of itself": ("n1|1|XNO|territorial_integrity|support|assert|XNO|-|x", []),
    "of nobody": ("n1|1|XNO|territorial_integrity|support|assert|-|-|x", []),
}


@pytest.mark.parametrize(("positions", "told"), CASES.values(), ids=CASES)
def test_backing_is(positions: str, told: list[str]) -> None:
    events = EVENTS + "7 | meeting | occurred | - | n1 s1 u1 | XNO XSU\n"
    events += "8 | meeting | occurred | ..2033-06-30 | n2 | XNO XSU\n"
    assert lines(views.exchanges(tables(ARTICLES, events, positions)), *SHOWN) == told


def test_an_event_is_named_only_where_both_were_stated_at_it() -> None:
    positions = "n1|1|XNO|one_china|support|assert|XSU|-|x\nn1|{at}|XSU|core_interests|support|assert|XNO|-|y"
    at_it, beside_it = (views.exchanges(tables(positions=positions.format(at=at))) for at in ("1", "-"))
    assert list(at_it["event_id"].notna()) == [True]
    assert list(beside_it["event_id"].notna()) == [False]


def test_each_pair_of_positions_is_a_row() -> None:
    positions = "\n".join(
        [
            *["n1|1|XNO|one_china|support|assert|XSU|-|x"] * 2,
            *["n1|1|XSU|core_interests|support|assert|XNO|-|y"] * 3,
        ]
    )
    found = views.exchanges(tables(positions=positions))
    assert len(found) == 6
    assert not found.duplicated(["position_a", "position_b"]).any()
    pd.testing.assert_frame_equal(found, views.exchanges(tables(positions=positions)))
