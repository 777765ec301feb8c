"""The template engine of the pages: everything that comes from the release is escaped."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from readouts.site.cells import HELPERS, is_blank
from readouts.templates import environment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

STATIC = ("site.css", "fill.js", "filter.js", "form.js", "browser.js", "copy.js")
"""The files beside the pages, as they stand in the package."""


def page(template: str, values: Mapping[str, Any]) -> str:
    """Render a page."""
    return _engine().get_template(template).render(values)


def static(name: str) -> bytes:
    """A file beside the pages."""
    return (files("readouts.site") / "static" / name).read_bytes()


@cache
def _engine() -> Environment:
    """The engine with the helpers of `cells`."""
    made = environment("readouts.site", "templates")
    made.globals.update(HELPERS)
    made.tests["blank"] = is_blank
    made.filters["thousands"] = "{:,}".format
    return made
