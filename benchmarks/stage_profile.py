"""Where the coder's time goes, by stage: a sampling profile, which slows nothing down."""

import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TypeVar

import readouts.coder

T = TypeVar("T")
INTERVAL = 0.001
TURNS = 3
_CODER = Path(readouts.coder.__file__).parent
_SERVING = "text"  # tokens and tries count for the stage that asks for them


def stage_shares(work: Callable[[T], object], given: T) -> list[tuple[str, float]]:
    """The shares of the packages of `readouts.coder` in the time of some work, the largest first.

    Time in the package `text` counts for the stage that called it, and as `text` where none did.
    """
    found: Counter[str] = Counter()
    before = signal.signal(signal.SIGPROF, lambda _, frame: found.update([_stage(frame)]))
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        for _ in range(TURNS):
            work(given)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    total = sum(found.values()) or 1
    return [(stage, count / total) for stage, count in found.most_common()]


def _stage(frame: FrameType | None) -> str:
    """The innermost stage at work; `text` where it is only tokens and layout, else `other`."""
    stage = "other"
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if _CODER in path.parents and path.parent != _CODER:
            stage = path.relative_to(_CODER).parts[0]
            if stage != _SERVING:
                return stage
        frame = frame.f_back
    return stage
