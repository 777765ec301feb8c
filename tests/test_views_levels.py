"""`views.one_china_levels`, `views.integrity_levels` and `views.schemes`: rules, words and ranks."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from readouts import views
from readouts.tables.codes import codes, elements_of
from readouts.views.data import PARTS, column_of, rows, rules, words
from view_tables import lines, tables, wanted

LEVELS = ("one_china_levels", "integrity_levels")
SHOWN = ("unit", "holder", "date_edtf", "level", "rank", "level_rule", "words")


class TestOnTheSeeds:
    def test_azerbaijan_names_a_policy_and_then_the_principle_and_is_silent_in_two_texts(self) -> None:
        assert lines(views.one_china_levels("1.0.0"), *SHOWN) == wanted("""
            position | AZE | [..2019-04-25] | policy_named   | - | policy-alone | "United China" policy
            position | AZE | [..2023-04-19] | principle      | 5 | principle    | one-China principle
            article  | AZE | [..2024-01-11] | relations_only | 1 | silent       | strategic partnership
            article  | AZE | [..2024-11-14] | relations_only | 1 | silent       | strategic partnership
        """)

    def test_china_supports_a_named_state_and_its_components(self) -> None:
        columns = (
            "holder",
            "target",
            "level",
            "rank",
            "words",
            "names",
            "n_components",
            "is_own",
        )
        assert lines(views.integrity_levels("1.0.0"), *columns) == wanted("""
            CHN | AZE | supports | 2 | supported | state | 3 | False
            CHN | AZE | supports | 2 | supports  | state | 2 | False
        """)


def cases() -> list[dict[str, str]]:
    """The statements of `level_cases.tsv`, with the level that each must get."""
    text = (Path(__file__).parent / "level_cases.tsv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["evidence"])
def test_a_statement_has_its_level(case: dict[str, str]) -> None:
    found = getattr(views, case["view"])(tables(positions=case_line(case)))
    placed = found[found["unit"] == "position"]
    assert lines(placed, "level", "rank") == [f"{case['level']} | {case['rank'] or '-'}"]


def case_line(case: dict[str, str]) -> str:
    """A case as a line of positions."""
    topic = "one_china" if case["view"] == "one_china_levels" else "territorial_integrity"
    said = (case[name] or "-" for name in ("elements", "evidence", "strength", "cue"))
    return " | ".join(["n1", "1", "XNO", topic, case["stance"], case["act"], "XSU", *said])


NAMED = {
    "a territory": ("XSU", "supports the sovereignty over Western Sahara", "territory | western sahara"),
    "a territory with marks": (
        "XSU",
        "supports its sovereignty (Nagorno-Karabakh)",
        "territory | nagorno karabakh",
    ),
    "a state": ("XSU", "supports its sovereignty", "state | -"),
    "all states": ("-", "supports the sovereignty of all states", "none | -"),
    "an organisation": ("Union of Lakes", "supports its unity", "other | -"),
}


@pytest.mark.parametrize(("target", "evidence", "told"), NAMED.values(), ids=NAMED)
def test_what_is_named(target: str, evidence: str, told: str) -> None:
    line = f"n1 | 1 | XNO | territorial_integrity | support | assert | {target} | unity | {evidence}"
    assert lines(views.integrity_levels(tables(positions=line)), "names", "territory") == [told]


SILENT = {
    "its own stance": ("XNO | partnership | support | assert | CHN", ["XNO | relations_only | silent"]),
    "China's stance": ("CHN | partnership | support | assert | XNO", []),
    "an organisation's": ("Union of Lakes | partnership | support | assert | CHN", []),
    "relations with another": ("XNO | partnership | support | assert | XSU", []),
    "another topic": ("XNO | belt_and_road | support | assert | CHN", []),
}


@pytest.mark.parametrize(("line", "told"), SILENT.values(), ids=SILENT)
def test_relations_only_is_known_of_an_article_that_was_looked_at(line: str, told: list[str]) -> None:
    made = tables(positions=f"n1 | 1 | {line} | - | words on relations")
    assert lines(views.one_china_levels(made), "holder", "level", "level_rule") == told
    unlooked = {**made, "coverage": made["coverage"].iloc[:0]}
    assert len(views.one_china_levels(unlooked)) == 0


def test_the_words_that_a_rule_asks_for_are_shown() -> None:
    line = (
        "n1|1|XNO|territorial_integrity|support|assert|XSU|unity|It supports and backs the unity|resolutely"
    )
    assert lines(views.integrity_levels(tables(positions=line)), "level_rule", "words") == [
        "firmly-supports | supports;resolutely"
    ]


class TestTheData:
    @pytest.mark.parametrize("view", LEVELS)
    def test_rules_ask_for_what_there_is(self, view: str) -> None:
        topic = "one_china" if view == "one_china_levels" else "territorial_integrity"
        for rule in rules(view):
            for part in rule.parts:
                allowed = {
                    "stance": codes("stance"),
                    "act": codes("act"),
                    "cue": ("respect", "oppose", "concern"),
                    "elements": elements_of(topic),
                    "no_elements": elements_of(topic),
                }.get(part.kind)
                assert part.kind in PARTS
                assert part.value in allowed if allowed else words(part.value)

    @pytest.mark.parametrize("view", LEVELS)
    def test_each_level_has_one_rank_and_a_rule(self, view: str) -> None:
        told = {row["level"]: row["rank"] for row in rows("levels") if row["view"] == view}
        given = {rule.level: "" if rule.rank is None else str(rule.rank) for rule in rules(view)}
        assert given == told
        assert all(rule.reason for rule in rules(view))

    @pytest.mark.parametrize("view", LEVELS)
    def test_the_last_rule_holds_for_every_statement(self, view: str) -> None:
        assert rules(view)[-1].parts == ()

    def test_words_are_plain(self) -> None:
        for row in rows("level_words"):
            assert row["words"] == row["words"].lower().strip()
            assert set(row["words"]) <= set("abcdefghijklmnopqrstuvwxyz ")
            assert column_of(row["class"]) == row["column"]


class TestSchemes:
    def test_every_step_of_the_scale_stands_beside_lowys_classes(self) -> None:
        found = views.schemes()
        scale = found[(found["view"] == "one_china_levels") & found["rank"].notna()]
        lowy = scale[scale["scheme"] == "lowy_2025"]
        assert sorted(lowy["rank"]) == list(range(9))
        assert lowy.drop_duplicates("class")["n_states"].sum() == 193

    def test_the_words_of_the_scale_keep_carnegies_counts(self) -> None:
        found = (
            views.schemes().query("scheme == 'carnegie_2023' and match == 'exact'").drop_duplicates("class")
        )
        assert lines(found, "class", "n_states")[:2] == ["Allies of Taipei | 14", "Neither | 27"]
        assert found["source"].str.contains("Chong").all()

    def test_levels_beside_the_scale_have_no_class(self) -> None:
        beside = views.schemes().query("view == 'one_china_levels' and rank.isna()")
        assert sorted(beside["level"]) == sorted(
            ["policy_named", "reunification_named", "other_words", "demanded", "neutral", "opposes"]
        )
        assert beside["scheme"].isna().all()


class TestRules:
    def test_are_listed_in_the_order_in_which_they_are_tried(self) -> None:
        for _, of_view in views.level_rules().groupby("view"):
            assert list(of_view["place"]) == list(range(1, len(of_view) + 1))

    def test_have_the_rank_of_their_level(self) -> None:
        ranks = views.schemes().drop_duplicates(["view", "level"]).set_index(["view", "level"])["rank"]
        rules = views.level_rules().set_index(["view", "level"])["rank"]
        assert rules.fillna(-1).to_dict() == ranks.fillna(-1).to_dict()

    @pytest.mark.parametrize("view", ["one_china_levels", "integrity_levels"])
    def test_are_those_that_the_views_name(self, view: str) -> None:
        said = "\n".join(case_line(case) for case in cases() if case["view"] == view)
        found = getattr(views, view)(tables(positions=said))
        named = found[["level_rule", "level"]].drop_duplicates()
        listed = views.level_rules().query("view == @view")[["rule", "level"]]
        known = set(listed.itertuples(index=False, name=None)) | {("silent", "relations_only")}
        assert len(named) > 8
        assert set(named.itertuples(index=False, name=None)) <= known
