"""SemVer for data: which version a release must bear, by what changed since the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.comparing.compare import compare
from readouts.comparing.held import open_folder
from readouts.comparing.matching import match_all
from readouts.comparing.reuse import reused_ids
from readouts.errors import IdReused, InvalidRelease, Problem, VersionTooSmall
from readouts.paths import version_key, versions_in
from readouts.release.bump import Bump, bump_of, refuse_unchanged
from readouts.release.integrity import refuse_damage
from readouts.release.registry import NAME, read_digests

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
    below = [version for version in versions_in(data) if version_key(version) < version_key(asked)]
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
    _refuse_gaps(asked, data)
    previous = previous_version(asked, data)
    if previous is None:
        return None
    refuse_damage(data / previous)
    bump = required_bump(data / previous, new_folder, reworded)
    check_version(asked, previous, bump)
    for version in versions_in(data):
        if version not in {previous, asked}:
            _refuse_reuse(data / version, new_folder)
    return bump


def _refuse_gaps(asked: str, data: Path) -> None:
    """A release follows the newest one there is, and every release that was made is at hand."""
    there = versions_in(data)
    known = read_digests(data)
    later = [version for version in {*there, *known} if version_key(version) > version_key(asked)]
    if later:
        newest = max(later, key=version_key)
        message = (
            f"{WHERE}: {asked} is not greater than {newest}, which there is already\n"
            "  Releases follow one another; give the new one a version above it"
        )
        raise VersionTooSmall(message)
    lost = [version for version in known if version not in {*there, asked}]
    if lost:
        do = "put its folder back, so that the new release can be compared with it"
        where = str(data / lost[0])
        raise InvalidRelease([Problem(where, f"is not there, but in {data / NAME}", "a whole release", do)])


def _refuse_reuse(earlier: Path, new_folder: Path) -> None:
    """An id that was gone for a while comes back for the same thing only."""
    refuse_damage(earlier)
    old, new = open_folder(earlier), open_folder(new_folder)
    problems = reused_ids(old, new, match_all(old, new))
    if problems:
        raise IdReused(problems)


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
