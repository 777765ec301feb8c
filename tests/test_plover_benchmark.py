"""The benchmark on sentences coded in PLOVER, on invented ones."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "plover.py"
POL, CHL = {"code": "POL"}, {"code": "CHL"}
RECORDS = [
    {"id": "visit", "event": "CONSULT", "source": [POL], "target": [CHL],
     "text": "Polish President Jan Nowak visited Chile."},
    {"id": "host", "event": "CONSULT", "mode": "host", "source": [CHL], "target": [POL],
     "text": "Chilean President Ana Vega received Polish President Jan Nowak in Santiago."},
    {"id": "aid", "event": "SUPPORT", "source": [POL], "target": "", "text": "Poland sent blankets."},
    {"id": "war", "event": "FIGHT", "source": [POL], "target": [CHL], "text": "Shots were heard."},
]  # fmt: skip


def run(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SCRIPT, path], capture_output=True, text=True, check=False)


def test_shares_and_misses_are_told(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(RECORDS), encoding="utf-8")
    told = run(path).stdout
    assert "CONSULT         2      2   100%     2   100%" in told
    assert "aid\n  Poland sent blankets.\n  wanted SUPPORT (gold) POL > nobody\n  coded  nothing" in told
    assert "Shots" not in told


def test_a_file_of_something_else_is_told(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text('[{"id": "a"}]', encoding="utf-8")
    run_of = run(path)
    assert run_of.returncode == 1
    assert f"{path}: no 'event' in a record" in run_of.stderr
    assert "expected a JSON list of records" in run_of.stderr
