"""Reads what a release is built from: articles, their sources, and the actors and occasions they name."""
