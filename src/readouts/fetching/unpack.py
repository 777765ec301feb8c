"""Takes a release out of its archive; refuses all that is not as its descriptor says."""

from __future__ import annotations

import errno
import re
import shutil
import struct
import zlib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from readouts.errors import Problem, WrongContent
from readouts.fetching.damage import damage, descriptor_problems
from readouts.fetching.download import LIE
from readouts.fetching.published import top_folder
from readouts.paths import DESCRIPTOR
from readouts.release.integrity import read_descriptor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from readouts.fetching.disk import Need

PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
LARGEST_DESCRIPTOR = 1 << 26
SHOWN = 3
DAMAGED = (BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError)

Members = dict[str, ZipInfo]
Resources = list[dict[str, Any]]


def unpack(archive: Path, folder: Path, version: str, need: Need) -> None:
    """Unpack what the descriptor names, and no other file, into an empty folder.

    Nothing but the descriptor is unpacked before names and sizes are those that it tells.

    Args:
        archive: the zip file.
        folder: the empty folder.
        version: the release that it must be.
        need: gets the size of the release.

    Raises:
        WrongContent: the archive is damaged, or is not the release.
    """
    try:
        with ZipFile(archive) as opened:
            members = _members(opened, top_folder(version))
            need.unpacked = sum(info.file_size for info in members.values())
            resources = _resources(opened, members, folder, version)
            for resource in resources:
                _extract(opened, members[resource["path"]], folder)
    except (*DAMAGED, OSError) as error:
        if isinstance(error, OSError) and error.errno != errno.EINVAL:  # a place before the file's beginning
            raise
        raise WrongContent([Problem("the archive", f"is damaged ({error})", do=LIE)]) from error
    _refuse(_by_name(damage(folder, version)))


def _members(opened: ZipFile, top: str) -> Members:
    infos = [info for info in opened.infolist() if info.filename != f"{top}/"]
    counted = Counter(info.filename for info in infos)
    wrong = [name for name, count in counted.items() if count > 1 or not _is_within(name, top)]
    if wrong:
        what = f"holds {', '.join(map(repr, wrong[:SHOWN]))}{', ...' if wrong[SHOWN:] else ''}"
        raise WrongContent([Problem("names", what, f"plain names in '{top}/', once each", LIE)])
    return {info.filename.removeprefix(f"{top}/"): info for info in infos}


def _resources(opened: ZipFile, members: Members, folder: Path, version: str) -> Resources:
    info = members.get(DESCRIPTOR)
    if info is None or info.file_size > LARGEST_DESCRIPTOR:
        what = "is missing" if info is None else f"has {info.file_size:,} bytes"
        raise WrongContent([Problem(DESCRIPTOR, what, "the descriptor of a release", LIE)])
    _extract(opened, info, folder)
    _refuse(_by_name(descriptor_problems(folder, version)))
    described = read_descriptor(folder)
    resources: Resources = [] if isinstance(described, Problem) else described["resources"]
    _refuse([*_name_problems(resources), *_size_problems(resources, members)])
    return resources


def _name_problems(resources: Resources) -> Iterator[Problem]:
    for name, count in Counter([DESCRIPTOR, *(resource["path"] for resource in resources)]).items():
        if count > 1 or not _is_plain(name):
            what = f"names {name!r}, {count} times" if count > 1 else f"names {name!r}"
            yield Problem(DESCRIPTOR, what, "plain names, once each", LIE)


def _size_problems(resources: Resources, members: Members) -> Iterator[Problem]:
    for resource in resources:
        path, size = resource["path"], resource.get("bytes")
        if path not in members:
            yield Problem(path, "is missing", resource["hash"], LIE)
        elif members[path].file_size != size:
            yield Problem(path, f"has {members[path].file_size} bytes", f"{size}, as {DESCRIPTOR} says", LIE)


def _is_within(name: str, top: str) -> bool:
    return name.startswith(f"{top}/") and _is_plain(name.removeprefix(f"{top}/"))


def _is_plain(name: str) -> bool:
    return PLAIN.fullmatch(name) is not None


def _extract(opened: ZipFile, info: ZipInfo, folder: Path) -> None:
    with opened.open(info) as packed, (folder / Path(info.filename).name).open("xb") as file:
        shutil.copyfileobj(packed, file)


def _by_name(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out the folder, which goes away."""
    return [replace(problem, where=Path(problem.where).name, do=LIE) for problem in problems]


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise WrongContent(problems)
