"""The template engine of pages and documents, the same wherever they are made."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined


def environment(package: str, folder: str = ".", *, html: bool = True) -> Environment:
    """Make an engine.

    Args:
        package: where the templates lie.
        folder: in which folder of it.
        html: whether what is put into them is escaped; it need not be where no HTML is made.
    """
    return Environment(
        loader=PackageLoader(package, folder),
        autoescape=html,  # noqa: S701 - False for Markdown only
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
