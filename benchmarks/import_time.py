"""What `import readouts` costs, against `import pandas`: the median of some fresh interpreters, in turn.

Run it as `.venv/bin/python benchmarks/import_time.py`.
"""

import subprocess
import sys
import time
from statistics import median

TIMES = 7
STATEMENTS = ("pass", "import readouts", "import pandas", "import readouts; readouts.load('events')")


def seconds(statement: str) -> float:
    """Time one interpreter from start to end."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print a line for each statement."""
    for statement in STATEMENTS:
        seconds(statement)
    turns = [{statement: seconds(statement) for statement in STATEMENTS} for _ in range(TIMES)]
    for statement in STATEMENTS:
        print(f"{median(turn[statement] for turn in turns):6.3f} s  {statement}")


if __name__ == "__main__":
    main()
