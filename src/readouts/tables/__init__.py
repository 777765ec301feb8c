"""The tables: vocabularies, models, Arrow schemas and validation."""

SHOWN = 10
"""How many problems of one check are shown, so that a broken table does not fill the screen."""
