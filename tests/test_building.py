"""The scripts of build/ run in order, on one piece of work."""

from pathlib import Path

import pytest
from pandera.config import config_context

from readouts.errors import ReadoutsError
from readouts.release.building import build_scripts, run_build

ROOT = Path(__file__).parents[1]


def write(root: Path, name: str, code: str) -> None:
    (root / "build").mkdir(exist_ok=True)
    (root / "seeds").mkdir(exist_ok=True)
    (root / "build" / name).write_text(code, encoding="utf-8")


def test_there_are_seven_scripts_and_their_names_tell_the_order() -> None:
    assert [script.name for script in build_scripts(ROOT)] == [
        "1_read_seeds.py",
        "2_code_articles.py",
        "3_apply_rulings.py",
        "4_make_tables.py",
        "5_measure_accuracy.py",
        "6_write_release.py",
        "7_tell_changes.py",
    ]


def test_scripts_run_in_order_and_hand_their_work_on(tmp_path: Path) -> None:
    write(tmp_path, "2_after.py", '"""Use it."""\ndef run(work):\n    work.accuracy += " and used"')
    write(
        tmp_path, "1_before.py", '"""Make it.\n\nLong story."""\ndef run(work):\n    work.accuracy = "made"'
    )
    told: list[tuple[int, int, str]] = []
    work = run_build(tmp_path, lambda *step: told.append(step))
    assert work.accuracy == "made and used"
    assert told == [(0, 2, "Make it"), (1, 2, "Use it"), (2, 2, "done")]


def test_nothing_runs_after_a_script_that_fails(tmp_path: Path) -> None:
    write(tmp_path, "1_fails.py", '"""Fail."""\ndef run(work):\n    raise LookupError("gone")')
    write(tmp_path, "2_after.py", '"""Write."""\ndef run(work):\n    (work.root / "data").mkdir()')
    with pytest.raises(LookupError, match="gone"):
        run_build(tmp_path)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("lacking", ["build", "seeds"])
def test_outside_a_checkout_it_says_what_to_do(tmp_path: Path, lacking: str) -> None:
    write(tmp_path, "1_one.py", "")
    (tmp_path / lacking).rename(tmp_path / "elsewhere")
    with pytest.raises(ReadoutsError, match=f"has no {lacking}/ folder .* `readouts code`"):
        run_build(tmp_path)


def test_nothing_is_built_when_pandera_is_switched_off(tmp_path: Path) -> None:
    write(tmp_path, "1_one.py", '"""Never."""\ndef run(work):\n    raise AssertionError')
    with config_context(validation_enabled=False), pytest.raises(ReadoutsError, match="run again"):
        run_build(tmp_path)
