"""What the coder made of a text, as marks: at the right places, with their rows and rules."""

from __future__ import annotations

import pytest

from invented_marks import TEXT, explained, mark, marks, words
from invented_news import article, knowledge, rows_of
from readouts.coder.text.spans import Span
from readouts.explain import LAYERS, explain
from readouts.explain.facts import empty, facts
from readouts.explain.layout import groups, steps
from readouts.explain.rules import entries_behind


class TestMarks:
    def test_of_positions_are_the_rows_of_the_coder(self) -> None:
        made = {row["position_id"]: row["evidence"] for row in rows_of(TEXT)["positions"]}
        assert {mark.row_id: words(mark) for mark in marks("positions")} == made

    def test_of_events_are_the_reports_of_the_coder_with_the_participants(self) -> None:
        (event,) = marks("events")
        assert words(event) == rows_of(TEXT)["reports"][0]["evidence"]
        assert [(part["role"], part["name"]) for part in event.parts] == [
            ("host", "Jan Nowak"),
            ("guest", "Ana Rojas"),
        ]

    def test_are_numbered_in_the_order_of_the_text(self) -> None:
        assert [mark.ref for mark in marks("positions")] == ["P1", "P2", "P3", "P4"]
        starts = [mark.start for mark in explained().marks]
        assert starts == sorted(starts)

    def test_say_in_a_few_words_what_they_are(self) -> None:
        assert [mark.label for mark in marks("positions")] == [
            "POL support territorial_integrity → MDA",
            "POL support one_china → CHN",
            "CHL support one_china → CHN",
            "POL oppose sanctions_trade",
        ]

    def test_name_the_event_at_which_a_position_was_stated(self) -> None:
        assert {mark.row["event"] for mark in marks("positions")} == {"E1"}

    def test_of_speech_tell_who_speaks_and_how_that_was_found(self) -> None:
        told = [(mark.label, mark.kind, mark.rule) for mark in marks("speech")]
        assert told == [
            ("Jan Nowak (POL)", "indirect", "speech/say (forward)"),
            ("Ana Rojas (CHL)", "indirect", "speech/say (backward)"),
            ("Ana Rojas (CHL)", "direct", "quote"),
            ("Ana Rojas (CHL)", "indirect", "speech/say (forward)"),
        ]

    def test_of_speech_begin_and_end_with_a_word(self) -> None:
        assert all(words(mark) == words(mark).strip() for mark in marks("speech"))

    def test_of_mentions_tell_whom_they_mean_and_their_part_in_events(self) -> None:
        told = {words(mark): (mark.family, mark.label) for mark in marks("mentions")}
        assert told["Foreign Minister of Poland Jan Nowak"] == ("person", "Jan Nowak (POL), host of E1")
        assert told["Warsaw"] == ("state", "Poland (POL)")
        assert told["Rojas"] == ("person", "Ana Rojas (CHL)")
        assert told["She"] == ("other", "Ana Rojas (CHL)")

    def test_of_topics_show_wordings_that_made_no_position(self) -> None:
        told = {words(mark): mark.label for mark in marks("topics")}
        assert told["one-China principle"] == "one_china, in P2, P3"
        assert told["cooperation"] == "cooperation, in no position"

    def test_can_be_narrowed_to_some_layers(self) -> None:
        narrowed = explained().only({"positions", "speech"})
        assert {mark.layer for mark in narrowed.marks} == {"positions", "speech"}
        assert [m.ref for m in narrowed.of("positions")] == [m.ref for m in marks("positions")]

    @pytest.mark.parametrize("text", ["Nothing of note.", "\n\n?\n", "Rain fell in Lima. " * 40])
    def test_of_a_text_that_states_nothing_are_no_rows(self, text: str) -> None:
        explanation = explain(article(text), knowledge())
        assert not [mark for mark in explanation.marks if mark.row_id]
        assert explanation.unstated == ["one_china", "territorial_integrity"]

    def test_of_every_layer_are_there(self) -> None:
        assert {mark.layer for mark in explained().marks} == set(LAYERS)


class TestRules:
    def test_lead_to_the_entries_of_the_lexicon(self) -> None:
        position = marks("positions")[1]
        found = [(entry.name, entry.file) for entry in entries_behind(position)]
        assert found == [("one-china-principle", "topics/one_china.toml"), ("support", "stances.toml")]
        assert any("one china principle" in entry.patterns for entry in entries_behind(position))

    def test_of_events_and_speech_lead_there_too(self) -> None:
        assert [e.file for e in entries_behind(marks("events")[0])] == ["events.toml"]
        assert [e.name for e in entries_behind(marks("speech")[0])] == ["say"]

    def test_of_the_grammar_have_no_entry(self) -> None:
        (quote,) = (mark for mark in marks("speech") if mark.rule == "quote")
        assert entries_behind(quote) == []
        assert entries_behind(marks("mentions")[0]) == []


class TestFacts:
    def test_say_what_codes_mean(self) -> None:
        (fact,) = facts({"act": "pledge", "target": None})
        assert (fact.name, fact.value) == ("act", "pledge")
        assert "binds itself" in fact.meaning

    def test_say_what_each_of_several_codes_means(self) -> None:
        (fact,) = facts({"areas": "trade;space"})
        assert fact.meaning.startswith("trade, imports and exports")
        assert ";" in fact.meaning

    def test_leave_empty_columns_to_a_list(self) -> None:
        row = {"target": None, "strength": "", "act": "assert"}
        assert [fact.name for fact in facts(row)] == ["act"]
        assert empty(row) == ["target", "strength"]

    def test_hold_nothing_that_a_terminal_would_obey(self) -> None:
        assert facts({"formula": "a\x1b[2Jb"})[0].value == "a [2Jb"


def walked(*spans: tuple[int, int, str], paragraph: tuple[int, int] = (0, 10)) -> str:
    """A walk through a paragraph, with `(a` for what opens, `a)` for what closes, a `~` where it is cut."""
    shown = ""
    for step in steps(groups(mark(start, end, ref) for start, end, ref in spans), Span(*paragraph)):
        name = "".join(step.group.refs) if step.group else ""
        cut = "" if step.is_edge else "~"
        match step.does:
            case "open":
                shown += f"({cut}{name}"
            case "close":
                shown += f"{name}{cut})"
            case _:
                shown += "0123456789"[step.start : step.end]
    return shown


class TestLayout:
    def test_puts_the_shorter_inside_the_longer(self) -> None:
        assert walked((2, 6, "b"), (2, 8, "a")) == "01(a(b2345b)67a)89"

    def test_cuts_the_inner_of_two_that_cross(self) -> None:
        assert walked((1, 5, "a"), (3, 8, "b")) == "0(a12(b34b~)a)(~b567b)89"

    def test_cuts_no_more_than_crosses(self) -> None:
        assert walked((0, 5, "a"), (1, 9, "b"), (2, 4, "c")) == "(a0(b1(c23c)4b~)a)(~b5678b)9"

    def test_takes_marks_over_the_same_words_as_one(self) -> None:
        assert walked((1, 3, "a"), (1, 3, "b")) == "0(ab12ab)3456789"

    def test_lets_marks_follow_each_other(self) -> None:
        assert walked((0, 3, "a"), (3, 10, "b")) == "(a012a)(b3456789b)"

    def test_cuts_what_reaches_over_the_paragraph(self) -> None:
        assert walked((0, 10, "a"), paragraph=(2, 5)) == "(a234a)"

    def test_gives_the_words_once_and_in_order(self) -> None:
        spans = [(n, n + 5 + n % 3, "xyz"[n % 3] * (n + 1)) for n in range(5)]
        shown = walked(*spans)
        assert "".join(char for char in shown if char.isdigit()) == "0123456789"
