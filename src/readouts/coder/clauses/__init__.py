"""Clauses near enough: segments, subjects, what governs an actor."""
