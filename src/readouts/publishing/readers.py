"""How each program reads the published files, from `readers.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from importlib.resources import files


@dataclass(frozen=True)
class Reader:
    """A program and the lines to copy.

    Attributes:
        name: of the program.
        language: what the lines are written in.
        files: what they read.
        code: the lines.
        in_zip: whether the README of the zip shows it.
    """

    name: str
    language: str
    files: str
    code: str
    in_zip: bool


def readers(version: str) -> list[Reader]:
    """The readers of a release, in the order of the file."""
    text = (files("readouts.publishing") / "readers.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text.replace("{version}", version))["readers"]
    return [Reader(**{**reader, "code": reader["code"].strip()}) for reader in found]


def readers_of_tables(version: str, top: str) -> list[Reader]:
    """The readers for where the tables lie alone: without the zip (its folder is `top`) and the databases."""
    databases = (f"readouts-{version}.duckdb", f"readouts-{version}.sqlite")
    shown = [reader for reader in readers(version) if not any(name in reader.code for name in databases)]
    return [_of_tables(reader, top) for reader in shown]


def _of_tables(reader: Reader, top: str) -> Reader:
    files_ = reader.files.replace("the unpacked zip", "the tables")
    return replace(reader, files=files_, code=reader.code.replace(f"{top}/", ""))
