"""SemVer for data: which version a release must bear, by what changed since the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.comparing.compare import compare
from readouts.comparing.held import open_folder
from readouts.comparing.reuse import reused_ids
from readouts.errors import IdReused, VersionTooSmall
from readouts.paths import is_version, version_key
from readouts.release.bump import Bump, bump_of, refuse_unchanged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

WHERE = "seeds/release.toml, version"
FIRST_STABLE = (1, 0, 0)


def required_bump(old_folder: Path, new_folder: Path, reworded: Collection[str] = ()) -> Bump:
    """Tell how large a step the version must make from one release to another.

    Args:
        old_folder: folder of the older release.
        new_folder: folder of the newer one; it need not have its final name yet.
        reworded: columns (`positions.strength`) and codes (`stance/neutral`) that are described in other
            words and mean the same.

    Raises:
        IdReused: an id stands for another thing than it did; no version allows that.
        BadInput: a name in `reworded` is of nothing that was described otherwise.
        InvalidRelease: a folder holds no release.
    """
    old, new = open_folder(old_folder), open_folder(new_folder)
    found = compare(old, new)
    problems = reused_ids(old, new, found.matched)
    if problems:
        raise IdReused(problems)
    refuse_unchanged(found, reworded)
    return bump_of(found, reworded)


def previous_version(asked: str, data: Path) -> str | None:
    """Find the release before a version: the highest one below it, None if there is none."""
    versions = [folder.name for folder in data.iterdir() if is_version(folder.name)] if data.is_dir() else []
    below = [version for version in versions if version_key(version) < version_key(asked)]
    return max(below, key=version_key, default=None)


def check_version(asked: str, previous: str, bump: Bump) -> None:
    """Refuse a version that is too small for what changed.

    Args:
        asked: the version that the new release is to bear.
        previous: the version of the release before it.
        bump: how large the step must be.

    Raises:
        VersionTooSmall: the message tells the reasons and the smallest version that will do.
    """
    least = smallest_version(previous, bump)
    if asked == previous or version_key(asked) >= version_key(least):
        return
    raise VersionTooSmall("\n".join(_refusal(asked, previous, least, bump)))


def check_next(asked: str, data: Path, new_folder: Path, reworded: Collection[str] = ()) -> Bump | None:
    """Check a new release against the one before it in a folder of releases.

    Returns:
        How large the step must be; None if there is no release before.

    Raises:
        VersionTooSmall: the version is too small for what changed.
        IdReused: an id stands for another thing than it did.
        BadInput: a name in `reworded` is of nothing that was described otherwise.
    """
    previous = previous_version(asked, data)
    if previous is None:
        return None
    bump = required_bump(data / previous, new_folder, reworded)
    check_version(asked, previous, bump)
    return bump


def smallest_version(previous: str, bump: Bump) -> str:
    """Tell the smallest version that a release after another may bear."""
    major, minor, patch = version_key(previous)
    if bump.level == "major" and major > 0:
        return f"{major + 1}.0.0"
    # Before 1.0.0 nothing is promised: what would be major is a minor step.
    if bump.level in {"major", "minor"}:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"


def _refusal(asked: str, previous: str, least: str, bump: Bump) -> Iterable[str]:
    if version_key(asked) < version_key(previous):
        yield f"{WHERE}: {asked} is not greater than {previous}, the release before it"
    else:
        yield f"{WHERE}: {asked} is too small a step from {previous}: this is a {bump.level} change"
        yield from (f"  {reason}" for reason in bump.reasons)
    first = f", or {'.'.join(map(str, FIRST_STABLE))}" if version_key(least) < FIRST_STABLE else ""
    yield f"  The smallest version that will do is {least}{first}; change it in seeds/release.toml, `version`"
