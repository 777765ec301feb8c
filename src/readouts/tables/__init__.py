"""The tables: vocabularies, models, Arrow schemas and validation."""

SHOWN = 10
"""How many problems of one check are shown, so that a broken table does not fill the screen."""

RULED_TABLES = ("events", "reports", "participants", "positions")
"""The tables whose rows reviewers rule upon; each has a column `coding`, which bears the mark."""
