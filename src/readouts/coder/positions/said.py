"""What is known of a position when its target is looked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.coder.positions.topics import Topic, TopicHit

Targets_ = tuple[str | None, ...]


@dataclass(frozen=True)
class Said:
    """What is known of a position when its target is looked for.

    Attributes:
        topic, hits, holder, act: of the position.
        floor: the first item of its cue.
        voicing: the side of the speaker, or None.
        last: the target told before in the same sentence, or None.
        ceiling: the item behind its cue.
        earlier: whether a conflict's parties were the target of a position before.
        is_outward: whether what the cue goes to is another's than its doer's ('respect').
        invaded: the state whose sovereignty was spoken of last, or None.
        subjects: all sides that the sentence makes its subjects.
        holders: all that hold it together.
    """

    topic: Topic
    hits: Sequence[TopicHit]
    holder: str
    act: str
    floor: int
    voicing: str | None = None
    last: str | None = None
    ceiling: int = 0
    earlier: bool = False
    is_outward: bool = False
    invaded: str | None = None
    subjects: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()

    @property
    def subject(self) -> str | None:
        """The side that the sentence makes its first subject, or None."""
        return self.subjects[0] if self.subjects else None
