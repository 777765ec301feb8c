"""Speech: the names that the other stages use. See `discourse` for the order of the sieves."""

from readouts.coder.clauses.reading import Reading
from readouts.coder.speech.discourse import Discourse
from readouts.coder.speech.voices import SpeechVerb, SpeechWords, Voice, Voices

__all__ = ["Discourse", "Reading", "SpeechVerb", "SpeechWords", "Voice", "Voices"]
