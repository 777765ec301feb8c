"""What went wrong on the way to a server, told so that one can act on it."""

from __future__ import annotations

import ssl

from requests import Response
from requests import exceptions as broken
from urllib3.exceptions import LocationValueError

from readouts.errors import NoConnection, Problem, ReadoutsError, ServerFailed, UnknownRelease
from readouts.fetching.address import VARIABLE, shown

ADDRESS = f"check the version, and the address ({VARIABLE}, base= or --from)"
NETWORK = "check the network and the address, then fetch again"
LATER = "fetch again later"
PROXY = "check the proxy that HTTP_PROXY or HTTPS_PROXY names"
CERTIFICATES = "check the clock and the certificates of this machine, and whether the server speaks https"
GONE = {404, 410}
WORTH_ANOTHER_TRY = {408, 425, 429}

KINDS: tuple[tuple[type[Exception], type[ReadoutsError], str, str], ...] = (
    (broken.SSLError, NoConnection, "no safe connection", CERTIFICATES),
    (broken.ProxyError, NoConnection, "the proxy cannot be reached", PROXY),
    (broken.Timeout, NoConnection, "the server says nothing", LATER),
    (broken.ChunkedEncodingError, NoConnection, "the connection broke off", LATER),
    (broken.TooManyRedirects, ServerFailed, "the server redirects without end", ADDRESS),
    (broken.InvalidSchema, ServerFailed, "the server redirects to what is not on the web", ADDRESS),
    (broken.InvalidURL, NoConnection, "there is no such address", ADDRESS),
    (LocationValueError, NoConnection, "there is no such address", ADDRESS),
    (broken.ConnectionError, NoConnection, "the server cannot be reached", NETWORK),
    (broken.RequestException, ServerFailed, "the answer cannot be read", ADDRESS),
    (OSError, NoConnection, "no connection can be made", "correct what is told in brackets"),
    (Exception, ServerFailed, "the answer cannot be read", ADDRESS),
)
PERMANENT = (broken.TooManyRedirects, ValueError)


def is_permanent(error: Exception) -> bool:
    """Whether there is no use in trying again."""
    if isinstance(error, broken.HTTPError) and error.response is not None:
        status = error.response.status_code
        return status < 500 and status not in WORTH_ANOTHER_TRY
    return isinstance(error, PERMANENT) or isinstance(_root(error), ssl.SSLCertVerificationError)


def failure(error: Exception, address: str) -> tuple[type[ReadoutsError], Problem]:
    """Give what to raise for an error of a request, and what to say.

    Args:
        error: what `requests` raised.
        address: the file that was asked for.
    """
    if isinstance(error, broken.HTTPError) and error.response is not None:
        return _answered(error.response, address)
    # A body that stalls is told as a broken connection; what lies below it knows better.
    seen = broken.Timeout() if isinstance(_root(error), TimeoutError) else error
    kind, what, do = next((kind, what, do) for raised, kind, what, do in KINDS if isinstance(seen, raised))
    return kind, Problem(shown(address), f"{what} ({_cause(error)})", do=do)


def _answered(response: Response, address: str) -> tuple[type[ReadoutsError], Problem]:
    status = f"{response.status_code} {response.reason or ''}".strip()
    if response.status_code in GONE:
        return UnknownRelease, Problem(shown(address), f"is not there ({status})", do=ADDRESS)
    do = LATER if not is_permanent(broken.HTTPError(response=response)) else ADDRESS
    return ServerFailed, Problem(shown(address), f"the server answered {status}", do=do)


def _cause(error: Exception) -> str:
    root = _root(error)
    return (root.strerror if isinstance(root, OSError) else None) or str(root) or type(root).__name__


def _root(error: BaseException) -> BaseException:
    inner = error.__cause__ or error.__context__
    return error if inner is None else _root(inner)
