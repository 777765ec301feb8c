"""The coder on short texts written from the codebook. The cases are data: `tests/coder_cases/*.toml`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from coder_bench import Case, differences, make_case, read_cases
from known_gaps import parameter, refuse

if TYPE_CHECKING:
    from readouts.coder import Knowledge

CASES = read_cases()


@pytest.mark.parametrize("case", [parameter(case, case.id, case.gap) for case in CASES])
def test_the_rows_of_a_text(case: Case, knowledge: Knowledge) -> None:
    refuse(case.text, differences(case, knowledge))


def test_every_case_has_its_own_name() -> None:
    names = [case.id for case in CASES]
    assert sorted(set(names)) == sorted(names)


def invented(**changed: object) -> Case:
    row = {"id": "invented", "published": date(2024, 5, 8), "outlet_country": "FIN", "positions": []}
    text = (
        "Finland supports the territorial integrity of Moldova, Finnish Foreign Minister Sanna Koskela said."
    )
    return make_case({**row, "text": text, "events": [{"type": "statement", "soft": True}], **changed})


def test_what_differs_is_told_in_plain_words(knowledge: Knowledge) -> None:
    call = {"type": "call", "salience": "main", "people": [["Sanna Koskela", "FIN", "counterpart"]]}
    stance = {"holder": "FIN", "topic": "territorial_integrity", "stance": "oppose", "target": "MDA"}
    absent = {"holder": "MDA", "topic": "climate", "stance": "support"}
    case = invented(events=[call, {"type": "statement", "soft": True}], positions=[stance, absent])
    assert [each.split(" (rule")[0] for each in differences(case, knowledge)] == [
        "missed event: call (main) of Sanna Koskela",
        "position FIN on territorial_integrity: stance is support, should be oppose",
        "missed position: MDA on climate: support, said by anyone, target any",
    ]


def test_what_is_not_asked_for_is_told_as_extra(knowledge: Knowledge) -> None:
    told = differences(invented(), knowledge)
    assert [each.split(",")[0] for each in told] == ["extra position: FIN on territorial_integrity"]


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ({"events": [{"type": "metting"}]}, "type metting"),
        ({"events": [{"type": "meeting", "people": [["Sanna Koskela", "FIN", "chef"]]}]}, "role chef"),
        ({"positions": [{"holder": "FIN", "topic": "one_china", "stanze": "support"}]}, "key stanze"),
    ],
)
def test_a_slip_in_a_case_is_an_error_that_names_it(row: dict[str, object], named: str) -> None:
    with pytest.raises(ValueError, match=f"invented: unknown {named};"):
        invented(**row)
