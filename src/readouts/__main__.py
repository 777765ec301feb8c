"""Lets `python -m readouts` do what `readouts` does."""

from readouts.cli import app

app(prog_name="readouts")
