"""Stated positions: topic, cue, holder, target, evidence."""
