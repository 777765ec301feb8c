import pytest

from readouts.errors import ReadoutsError
from readouts.tables.codes import (
    check,
    codes,
    crosswalk,
    described,
    elements_of,
    entries,
    meaning,
    vocabularies,
)


def test_every_code_has_a_meaning_of_one_line() -> None:
    for entry in entries():
        assert entry.meaning.strip() == entry.meaning != ""
        assert "\n" not in entry.meaning


@pytest.mark.parametrize("vocabulary", vocabularies())
def test_no_row_is_there_twice(vocabulary: str) -> None:
    rows = [(entry.code, entry.of, entry.when) for entry in described(vocabulary)]
    assert len(rows) == len(set(rows))


def test_codes_of_several_topics_are_listed_once() -> None:
    assert codes("element").count("security") == 1
    assert "security" in elements_of("territorial_integrity")
    assert "security" in elements_of("global_initiatives")
    assert "security" not in elements_of("one_china")


def test_elements_belong_to_topics_that_there_are() -> None:
    assert {entry.of for entry in described("element")} <= set(codes("topic"))


def test_core_topics_are_topics() -> None:
    assert set(codes("core_topic")) <= set(codes("topic"))


def test_the_crosswalk_leads_to_codes_that_there_are() -> None:
    for entry in described("event_type"):
        assert entry.plover_event in {None, *codes("plover_event")}
        assert entry.plover_mode in {None, *codes("plover_mode")}
        assert entry.cameo in codes("cameo_code")


def test_every_event_type_has_a_row_without_conditions() -> None:
    assert {entry.code for entry in described("event_type") if not entry.when} == set(codes("event_type"))


def test_a_meaning_is_that_of_the_code_and_not_of_a_case() -> None:
    assert meaning("event_type", "protest") == "note of protest, summoning, expulsion, recall"


@pytest.mark.parametrize(
    ("event_type", "known", "expected"),
    [
        ("meeting", {}, ("CONSULT", None, "040")),
        ("meeting", {"roles": ["counterpart", "counterpart"]}, ("CONSULT", None, "040")),
        ("meeting", {"roles": ["host", "guest"]}, ("CONSULT", "visit", "042")),
        ("meeting", {"roles": ["guest"]}, ("CONSULT", None, "042")),
        ("meeting", {"roles": ["host"]}, ("CONSULT", None, "043")),
        ("meeting", {"facts": ["third_place"]}, ("CONSULT", "third-party", "044")),
        ("visit", {"status": "planned"}, ("CONSULT", "visit", "042")),
        ("call", {}, ("CONSULT", "phone", "041")),
        ("conference", {}, ("CONSULT", "multilateral", "040")),
        ("statement", {}, (None, None, "010")),
        ("message", {}, ("SUPPORT", None, "050")),
        ("agreement", {}, ("SUPPORT", None, "057")),
        ("agreement", {"status": "planned"}, ("AGREE", None, "030")),
        ("agreement", {"status": "cancelled"}, ("AGREE", None, "030")),
        ("invitation", {}, ("AGREE", None, "036")),
        ("accreditation", {}, ("CONSULT", None, "050")),
        ("relations_change", {}, ("SUPPORT", None, "050")),
        ("relations_change", {"facts": ["established"]}, ("SUPPORT", None, "054")),
        ("relations_change", {"lowered": True}, ("SANCTION", None, "161")),
        ("ceremony", {}, ("SUPPORT", None, "017")),
        ("protest", {}, ("ACCUSE", "disapprove", "111")),
        ("protest", {"facts": ["official"]}, ("ACCUSE", "disapprove", "114")),
        ("protest", {"facts": ["expelled", "official"]}, ("SANCTION", "expel", "161")),
    ],
)
def test_crosswalk(event_type: str, known: dict[str, object], expected: tuple[str | None, ...]) -> None:
    assert crosswalk(event_type, **known) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "there"),
    [
        (lambda: codes("stnce"), "no vocabulary 'stnce'; there are event_type, status"),
        (lambda: check("stance", "suport"), "stance: unknown code 'suport'; there are support, acknowledge"),
        (lambda: crosswalk("summit"), "event_type: unknown code 'summit'; there are meeting, visit"),
        (lambda: crosswalk("meeting", roles=["gest"]), "role: unknown code 'gest'; there are host, guest"),
        (
            lambda: crosswalk("protest", facts=["loud"]),
            "unknown fact 'loud'; there are established, expelled",
        ),
    ],
)
def test_an_unknown_word_is_an_error_that_lists_the_known(wrong: object, there: str) -> None:
    with pytest.raises(ReadoutsError, match=there):
        wrong()  # type: ignore[operator]
