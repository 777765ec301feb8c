"""The template engine of the pages: everything that comes from the release is escaped."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from readouts.site.cells import HELPERS, is_blank

if TYPE_CHECKING:
    from collections.abc import Mapping

STATIC = ("site.css", "fill.js", "filter.js", "form.js", "browser.js", "copy.js")
"""The files beside the pages, as they stand in the package."""


def page(template: str, values: Mapping[str, Any]) -> str:
    """Render a page."""
    return environment().get_template(template).render(values)


def static(name: str) -> bytes:
    """A file beside the pages."""
    return (files("readouts.site") / "static" / name).read_bytes()


@cache
def environment() -> Environment:
    """The engine with the helpers of `cells`."""
    made = Environment(
        loader=PackageLoader("readouts.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(HELPERS)
    made.tests["blank"] = is_blank
    made.filters["thousands"] = "{:,}".format
    return made
