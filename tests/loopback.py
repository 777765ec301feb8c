"""A real server on this machine that publishes a release, and can drop, stall, truncate and lie."""

from __future__ import annotations

import hashlib
import io
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from pathlib import Path

SUMS = "SHA256SUMS"
PORTAL = b"<!DOCTYPE html><title>Welcome to our hotel</title>"
DOCUMENTS = {"DATA_CHANGES.md": b"# Changes\n", "LICENSE-DATA": b"CC BY 4.0\n"}

Answer = Callable[["Handler", bytes], None]
Members = dict[str, bytes]


def members(release: Path) -> Members:
    """What the archive of a release holds, by the name within it."""
    files = {path.name: path.read_bytes() for path in sorted(release.iterdir())}
    return {f"readouts-data-{release.name}/{name}": data for name, data in {**files, **DOCUMENTS}.items()}


def archive(held: Mapping[str, bytes]) -> bytes:
    """Make the bytes of an archive."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as opened:
        for name, data in held.items():
            opened.writestr(name, data)
    return file.getvalue()


def published(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Add the hashes of the files."""
    lines = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items()]
    return {**files, SUMS: "".join(lines).encode()}


class Server(ThreadingHTTPServer):
    """Serves files by name.

    Attributes:
        files: the bytes by name.
        answers: how the next requests for a name are answered, one after the other; after them all goes well.
        asked: the names that were asked for.
        over: set when the test is over; what stalls waits for it.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files: dict[str, bytes] = {}
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[str] = []
        self.over = threading.Event()

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: object) -> None:
        """Clients that go away are what the tests are about."""


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server

    def do_GET(self) -> None:
        """Answer as the test wants it."""
        name = urlsplit(self.path).path.removeprefix("/")
        self.server.asked.append(name)
        answers = self.server.answers.get(name, [])
        answer = answers.pop(0) if answers else whole
        answer(self, self.server.files.get(name, b""))

    def head(self, size: object, status: int = 200, **headers: str) -> None:
        """Send the head of an answer."""
        self.send_response(status)
        self.send_header("Content-Length", str(size))
        for header, value in headers.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def whole(handler: Handler, body: bytes) -> None:
    """Answer as a server should."""
    if not body:
        return status(404)(handler, b"")
    handler.head(len(body))
    handler.wfile.write(body)
    return None


def status(code: int) -> Answer:
    """Answer with an error."""

    def answer(handler: Handler, body: bytes) -> None:
        handler.send_error(code)

    return answer


def redirected(target: str) -> Answer:
    """Send the client elsewhere."""

    def answer(handler: Handler, body: bytes) -> None:
        handler.head(0, 302, Location=target)

    return answer


def replaced(other: bytes, kind: str = "application/octet-stream") -> Answer:
    """Send something else under the same name."""

    def answer(handler: Handler, body: bytes) -> None:
        handler.head(len(other), Content_Type=kind)
        handler.wfile.write(other)

    return answer


def closed_early(handler: Handler, body: bytes) -> None:
    """Close in the midst of the body."""
    handler.head(len(body))
    handler.wfile.write(body[: len(body) // 2])


def dropped(handler: Handler, body: bytes) -> None:
    """Break the connection in the midst of the body."""
    closed_early(handler, body)
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def truncated(handler: Handler, body: bytes) -> None:
    """Send half of the body as if it were the whole."""
    whole(handler, body[: len(body) // 2])


def broken_chunks(handler: Handler, body: bytes) -> None:
    """Send pieces, and not the last."""
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"10\r\n" + body[:16] + b"\r\n")
    handler.close_connection = True


def badly_packed(handler: Handler, body: bytes) -> None:
    """Say that the body is packed, which it is not."""
    handler.head(9, Content_Encoding="gzip")
    handler.wfile.write(body[:9])


def of_wrong_length(handler: Handler, body: bytes) -> None:
    """Give a length that is no number."""
    handler.head("many")
    handler.wfile.write(body)


def stalled(handler: Handler, body: bytes) -> None:
    """Stop in the midst of the body."""
    closed_early(handler, body)
    handler.server.over.wait(20)


def slow(handler: Handler, body: bytes) -> None:
    """Pause in the midst of the body."""
    closed_early(handler, body)
    handler.server.over.wait(0.7)
    handler.wfile.write(body[len(body) // 2 :])


def silent(handler: Handler, body: bytes) -> None:
    """Say nothing at all."""
    handler.server.over.wait(20)


def hung_up(handler: Handler, body: bytes) -> None:
    """Close without an answer."""


def raw(data: bytes) -> Answer:
    """Say what is no HTTP."""

    def answer(handler: Handler, body: bytes) -> None:
        handler.wfile.write(data)

    return answer


@contextmanager
def running() -> Iterator[Server]:
    """Run a server for a while."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()
