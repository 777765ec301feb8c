"""`views.dyads` and `views.network`: what is certain, and what is possible."""

from __future__ import annotations

import sys

import pytest

from readouts import NotInstalled, views
from readouts.errors import BadInput
from view_tables import lines, tables, wanted


class TestDyadsOfTheSeeds:
    def test_of_azerbaijan_and_china_by_year(self) -> None:
        found = views.dyads("1.0.0").query("side_a == 'AZE' and side_b == 'CHN'")
        columns = [str(column) for column in found if str(column).startswith("n_")]
        assert lines(found, "period", *columns) == wanted("""
            1992 | 1 | 4 | 0  | 29
            2015 | 2 | 5 | 0  | 29
            2019 | 0 | 3 | 0  | 29
            2022 | 2 | 3 | 0  | 15
            2023 | 0 | 1 | 0  | 15
            2024 | 3 | 3 | 11 | 20
            2025 | 0 | 0 | 0  | 8
            -    | 0 | 3 | 0  | 0
        """)

    def test_an_organisation_that_only_convenes_is_no_side_of_an_event(self) -> None:
        found = views.dyads("1.0.0").query("n_events_possible > 0")
        assert "Shanghai Cooperation Organization" not in set(found["side_a"]) | set(found["side_b"])

    def test_a_month_is_certain_where_a_year_is_not_asked_for(self) -> None:
        found = views.dyads("1.0.0", period="month").query("side_a == 'AZE' and side_b == 'CHN'")
        told = found.set_index("period")
        assert told.loc["2024-07", "n_events_certain"] == 2
        assert told.loc["2024-11", "n_events_certain"] == 1
        assert told.loc["2015-01", "n_events_certain"] == 0
        assert told.loc["2015-12", "n_events_possible"] == 5


BOUNDS = {
    "a day": ("2033-06-30..2033-06-30", ["2033 | 1 | 1"]),
    "by a day": ("..2033-06-30", ["2033 | 0 | 1"]),
    "from a day on": ("2033-06-30..", ["2033 | 0 | 1"]),
    "within a year": ("2033-01-01..2033-12-31", ["2033 | 1 | 1"]),
    "over New Year": ("2033-12-01..2034-01-31", ["2033 | 0 | 1", "2034 | 0 | 1"]),
    "no day": ("-", ["- | 0 | 1"]),
}


@pytest.mark.parametrize(("bounds", "told"), BOUNDS.values(), ids=BOUNDS)
def test_an_event_counts_in_the_years_of_its_bounds(bounds: str, told: list[str]) -> None:
    made = tables(events=f"1 | meeting | occurred | {bounds} | n1 | XNO XSU", positions="")
    assert lines(views.dyads(made), "period", "n_events_certain", "n_events_possible") == told


def test_an_open_bound_reaches_into_every_year_of_the_dyad() -> None:
    events = """
        1 | meeting | occurred | ..2033-06-30 | n1 | XNO XSU
        2 | meeting | occurred | 2031-03-04..2031-03-04 | n1 | XNO XSU
        3 | meeting | occurred | 2035-03-04..2035-03-04 | n1 | XNO XSU
        4 | meeting | planned  | 2035-03-04..2035-03-04 | n1 | XNO XSU
    """
    found = views.dyads(tables(events=events, positions=""))
    assert lines(found, "period", "n_events_certain", "n_events_possible") == [
        "2031 | 1 | 2",
        "2033 | 0 | 1",
        "2035 | 1 | 1",
    ]


def test_a_conflict_is_no_side() -> None:
    said = "n1 | 1 | XNO | peace_process | support | assert | {target} | - | x"
    for target, found in {"XSU": ["XNO | XSU"], "XSU-XWE": []}.items():
        made = tables(events="1 | meeting | planned | - | n1 | XNO", positions=said.format(target=target))
        assert lines(views.dyads(made), "side_a", "side_b") == found


def test_there_is_no_period_of_a_week() -> None:
    with pytest.raises(BadInput, match="no period 'week'; expected year or month"):
        views.dyads("1.0.0", period="week")  # type: ignore[arg-type]


class TestNetwork:
    def test_of_the_seeds(self) -> None:
        shown = ("a", "name_b", "n_certain", "first_by", "last_from")
        assert lines(views.network("1.0.0").head(1), *shown) == ["AZE | China | 8 | 2015-12-31 | 2024-11-13"]
        people = views.network("1.0.0", between="people")
        assert lines(people, "name_a", "name_b", "n_certain", "first_by", "last_from") == wanted("""
            Ilham Aliyev    | Xi Jinping    | 2 | 2019-04-25 | 2024-07-01
            Anar Alakbarov  | Ma Zhaoxu     | 1 | 2023-04-19 | -
            Bunyad Huseynov | Sun Zhuangzhi | 1 | 2024-01-11 | -
            Ding Xuexiang   | Ilham Aliyev  | 1 | 2024-11-13 | 2024-11-13
        """)

    def test_leaves_out_organisations_that_only_convene(self) -> None:
        sides = views.network("1.0.0")
        assert lines(sides, "a", "b", "n_certain") == wanted("""
            AZE | CHN | 8
            AZE | Institute of East European, Russian and Central Asian Studies | 2
        """)

    def test_leaves_out_what_is_planned_and_what_is_no_meeting(self) -> None:
        assert lines(views.network(tables()), "a", "b", "n_certain", "n_possible") == wanted("""
            XNO | XSU | 2 | 2
            XNO | XWE | 2 | 2
            XSU | XWE | 1 | 1
        """)

    def test_people_who_act_for_one_side_do_not_meet_each_other(self) -> None:
        made = tables(events="1 | meeting | occurred | - | n1 | XNO:tolve XNO:ruud XSU:arva", positions="")
        assert lines(views.network(made, "people"), "name_a", "name_b") == ["Arva | Ruud", "Arva | Tolve"]

    def test_within_days_tells_certain_from_possible(self) -> None:
        found = views.network(tables(), since="2033-01-01", until="2033-12-31")
        assert lines(found, "a", "b", "n_certain", "n_possible") == wanted("""
            XNO | XWE | 1 | 2
            XNO | XSU | 1 | 1
            XSU | XWE | 1 | 1
        """)
        early = views.network(tables(), until="2031-12-31")
        assert lines(early, "a", "b", "n_certain", "n_possible") == ["XNO | XSU | 1 | 1", "XNO | XWE | 0 | 1"]

    @pytest.mark.parametrize(
        ("asked", "message"),
        [
            ({"between": "cities"}, "'cities' is nothing to pair; expected sides or people"),
            ({"since": "last year"}, "network, since: 'last year' is no day; expected such as 2024-11-13"),
        ],
    )
    def test_refuses(self, asked: dict[str, str], message: str) -> None:
        with pytest.raises(BadInput, match=message):
            views.network("1.0.0", **asked)  # type: ignore[arg-type]


class TestGraph:
    def test_has_the_edges_with_their_counts(self) -> None:
        pytest.importorskip("networkx", reason="networkx is not installed; no graph can be made")
        graph = views.as_networkx(views.network("1.0.0"))
        assert graph.nodes["CHN"]["name"] == "China"
        assert graph.edges["CHN", "AZE"]["n_certain"] == 8

    def test_without_networkx_says_how_to_have_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "networkx", None)
        with pytest.raises(NotInstalled, match="pip install networkx"):
            views.as_networkx(views.network("1.0.0"))
