"""The small closed classes of English that the coder's grammar leans on; the lexicon holds what can grow."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


FIRST_PERSON = _words("i we my our me us")
SECOND_PERSON = _words("you your")
POSSESSIVES = _words("my our your his her their its")
OWN = _words("its own our my national their his her")
SPEAKERS_OWN = _words("our my national")
SINGULAR_PRONOUNS = _words("he she him his her")
PLURAL_PRONOUNS = _words("they their")

DETERMINERS = _words(
    "the a an its his her their our my your this that these those all both each mr ms mrs dr . new"
)

PREPOSITIONS = _words(
    "of with to for in on at by between from under against into within among about over toward "
    "towards through regarding concerning upon including like via amid along across since until after "
    "before despite without alongside per"
)
RELATIVE = _words("which who whom whose where")
SUBORDINATE = _words("while when because although though if whether whereas unless")
AUXILIARY = _words(
    "is are was were be been being am has have had having will would shall should can could may might "
    "must do does did"
)
MODALS = _words("will would shall should can could may might must")
PRESENT_AUXILIARY = _words("is are has have will shall should must can do does")
POSSIBLE = _words("can could may might")

CLOSED_CLASSES = (
    PREPOSITIONS
    | RELATIVE
    | SUBORDINATE
    | AUXILIARY
    | DETERMINERS
    | _words("and or but that as not also than")
)

# Words before a verb that are no subject: adverbs, determiners, what joins a clause to the one before.
LIGHT = _words(
    "also always again once jointly together further more both either not never in turn the a an this "
    "that these those its his her their our my your and or but so as well then now already still "
    "today mr ms mrs dr first finally meanwhile moreover furthermore however personally"
)
# What a form stands behind when it is a noun ('its call'), and when it is a verb spelt like one.
NOUN_BEFORE = _words(
    "the a an his her its their our my this that these those 's of in with by on such no any"
)
VERB_BEFORE = _words(
    "to will would shall should must can could may might also and , ) who which that then not - "
    'further " always again'
)

# What may begin an adjunct behind '..., X said'.
ADJUNCT_STARTS = _words(
    "in at on during while when after before following as to ahead upon earlier today yesterday here "
    "there late"
)
# What may stand between a verb and its object; what makes a form in -ed a participle.
OBJECT_DETERMINERS = _words("the a an his her")
BEFORE_PARTICIPLE = _words("to be been is are being")
# What may stand between a subject and its verb.
BEFORE_VERB = _words("also then further has had again")
PHRASE_ENDS = _words(', . ; : " ? ! )')
_SHORTEST_ADVERB = 5


def is_adverb(low: str) -> bool:
    """Whether a word looks like an adverb in -ly."""
    return low.endswith("ly") and len(low) >= _SHORTEST_ADVERB
