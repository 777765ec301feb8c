"""Downloads files by pooch: beside, again if the connection breaks, and compared with their hashes."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pooch
from urllib3.exceptions import HTTPError

from readouts.errors import Problem, ReadoutsError, WrongContent
from readouts.fetching.address import shown
from readouts.fetching.disk import Need
from readouts.fetching.failures import failure, is_permanent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from requests import Response

PIECE = 65_536
BROKEN = (OSError, HTTPError, ValueError)
LIE = (
    "fetch again; if it stays so, the server or something on the way to it changes the file: tell who runs it"
)
log = logging.getLogger("readouts")


@dataclass(frozen=True)
class Manner:
    """How to download.

    Attributes:
        timeout: seconds to wait for a server that says nothing.
        retries: how often a download that broke off is tried again.
        progress: what is told how far a download is, as pooch wants a progress bar to look; False for none.
    """

    timeout: float = 30
    retries: int = 3
    progress: object = False


class Server:
    """A folder of published files.

    Attributes:
        base: its address, with a slash at its end.
        manner: how it is downloaded from.
        need: how much space what it has takes, as far as that is known.
    """

    def __init__(self, base: str, manner: Manner) -> None:
        self.base = base
        self.manner = manner
        self.need = Need()

    def download(self, name: str, folder: Path, digest: str | None = None) -> Path:
        """Download a file into a folder.

        Args:
            name: name of the file.
            folder: where it is put, once it is there and right.
            digest: the SHA-256 that it must have (64 hex digits); None where it is not known.

        Raises:
            UnknownRelease: there is no such file.
            FetchFailed: it could not be downloaded, or is not what it should be.
        """
        files = pooch.create(
            path=folder, base_url=self.base, registry={name: digest}, retry_if_failed=self.manner.retries
        )
        one = _Download(self, name, digest)
        try:
            with _pooch_being_quiet():
                return Path(files.fetch(name, downloader=one))
        except BROKEN as error:
            if _is_of_the_disk(error):
                raise
            raise one.failure(error) from error


class _Download:
    """What pooch calls for each try; it stops trying where that is of no use."""

    def __init__(self, server: Server, name: str, digest: str | None) -> None:
        self.server = server
        self.address = server.base + name
        self.digest = digest
        self.found = ""
        self.html = False
        self.trouble = ""

    def __call__(self, url: str, file: Any, manager: Any) -> None:
        if self.trouble:
            log.warning("%s; trying again", self.trouble)
        self.found = ""
        manner = self.server.manner
        get = pooch.HTTPDownloader(
            manner.progress, PIECE, timeout=manner.timeout, hooks={"response": self._look_at}
        )
        try:
            get(url, file, manager)
        except BROKEN as error:
            if _is_of_the_disk(error):
                raise
            if is_permanent(error):
                raise self.failure(error) from error
            self.trouble = str(failure(error, self.address)[1]).partition(";")[0]
            raise
        self.found = pooch.file_hash(file)
        self.trouble = f"{shown(self.address)}: its hash is wrong"

    def failure(self, error: Exception) -> ReadoutsError:
        """Put an error into words."""
        if not self.found:
            kind, problem = failure(error, self.address)
            return kind(str(problem))
        what = f"its hash is sha256:{self.found}" + (", it is a web page" if self.html else "")
        return WrongContent([Problem(shown(self.address), what, f"sha256:{self.digest}", LIE)])

    def _look_at(self, response: Response, *_: object, **__: object) -> None:
        size = response.headers.get("Content-Length", "")
        self.server.need.download = int(size) if size.isdecimal() else 0
        self.html = response.headers.get("Content-Type", "").startswith("text/html")


def _is_of_the_disk(error: Exception) -> bool:
    """Errors of requests are OSErrors, too, but have no number."""
    return isinstance(error, OSError) and error.errno is not None


@contextmanager
def _pooch_being_quiet() -> Iterator[None]:
    """Leave it to us to say what happens."""
    theirs = pooch.get_logger()

    def is_serious(record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING

    theirs.addFilter(is_serious)
    try:
        yield
    finally:
        theirs.removeFilter(is_serious)
