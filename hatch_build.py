"""Puts the newest release and the seeds that the coder needs into the wheel.

An editable install reads both from the checkout (`readouts.paths`), so nothing is copied there.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DIGESTS = "SHA256SUMS"
KNOWLEDGE = ("actors.csv", "occasions.csv")


def newest_release(data: Path) -> Path:
    """The folder of the highest version in `data`."""
    found = [path for path in data.glob("[0-9]*") if (path / "datapackage.json").is_file()]
    if not found:
        message = f"{data} holds no release: run `make release` before building a wheel"
        raise FileNotFoundError(message)
    return max(found, key=lambda path: tuple(int(part) for part in path.name.split(".")))


class ShipRelease(BuildHookInterface):  # type: ignore[type-arg]
    """Adds files to the wheel that live elsewhere in the repository."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to add, unless the install is editable."""
        if version == "editable" or self.target_name != "wheel":
            return
        root = Path(self.root)
        release = newest_release(root / "data")
        shipped = {
            str(release): f"readouts/_shipped/data/{release.name}",
            str(root / "data" / DIGESTS): f"readouts/_shipped/data/{DIGESTS}",
        }
        for name in KNOWLEDGE:
            shipped[str(root / "seeds" / name)] = f"readouts/_shipped/seeds/{name}"
        build_data["force_include"].update(shipped)
