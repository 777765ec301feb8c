"""The command line: `readouts build`, `code`, `explain`, `show`, `check`, `score`, `releases`.

One module a command; `app` brings them together. Whatever is slow to import (pandas, pandera) is imported by
the command that needs it, so that `readouts --help` and `--version` answer at once.
"""

from readouts.cli.app import app

__all__ = ["app"]
