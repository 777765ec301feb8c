"""Reads and compiles the lexicon: patterns, verb forms, names, stances, topics, events."""
