"""Speech: the names that the other stages use. See `discourse` for the order of the sieves."""

from readouts.coder.discourse import Discourse
from readouts.coder.reading import Reading
from readouts.coder.voices import SpeechVerb, SpeechWords, Voice, Voices

__all__ = ["Discourse", "Reading", "SpeechVerb", "SpeechWords", "Voice", "Voices"]
