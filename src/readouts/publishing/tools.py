"""What only those need who publish, and who are told if it is not there."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from readouts.errors import ReadoutsError


def tool(name: str) -> Any:
    """Import a package that readers of the data do not need.

    Raises:
        ReadoutsError: it is not installed; the message says how to install it.
    """
    try:
        return import_module(name)
    except ImportError as error:
        message = (
            f"publishing needs {name}, which cannot be imported ({error}); install {name}: pip install {name}"
        )
        raise ReadoutsError(message) from None
