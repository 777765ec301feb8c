"""How far a release can be trusted, in the words of the release."""

from __future__ import annotations

from readouts.errors import ReadoutsError
from readouts.paths import release_folder

FILE = "ACCURACY.md"


def accuracy(release: str | None = None) -> str:
    """Read what was measured of a release: how well its tables, and the coder alone, agree with the gold.

    Args:
        release: version such as `1.0.0`; the newest by default.

    Returns:
        The text of its `ACCURACY.md`, in Markdown.

    Raises:
        UnknownRelease: there is no such release; the message lists the releases there are.
        ReadoutsError: the release has no such file, as those before accuracy was measured.
    """
    path = release_folder(release) / FILE
    if not path.is_file():
        message = f"release {path.parent.name} has no {FILE}; ask for a later one, or score its tables"
        raise ReadoutsError(message)
    return path.read_text(encoding="utf-8")
