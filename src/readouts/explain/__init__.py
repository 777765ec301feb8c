"""What the coder made of one text, laid over the text: its microscope.

    marks        a marked stretch of the text, and all marks of an article
    find         marks of events and positions, from the rows of the coder
    found_marks  marks of speech, topics and mentions, from what it finds on its way to rows
    layout       the marks of a paragraph nested, so that overlapping ones can be drawn
    facts        columns and codes in words
    rules        the entries of the lexicon behind a mark
    overview     what is told before the text
    terminal     the text with its marks in the terminal (with `brackets` in it and `notes` beneath)
    page         the same as one page of HTML (with `page.html.j2` and `page.css`)

Nothing is coded here: every mark shows a row, or something that the coder found on its way to one.
"""

from readouts.explain.find import explain
from readouts.explain.marks import LAYERS, Explanation, Mark

__all__ = ["LAYERS", "Explanation", "Mark", "explain"]
