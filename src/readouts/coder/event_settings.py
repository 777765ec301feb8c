"""The former home of `Calendar`, until `article.py` imports it from `event_calendar`."""

from readouts.coder.event_calendar import Calendar

__all__ = ["Calendar"]
