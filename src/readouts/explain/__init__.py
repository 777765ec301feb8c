"""What the coder made of one text, laid over the text: its microscope.

    marks        a marked stretch of the text, and all marks of an article
    find         marks from the findings and rows of the coder
    layout       marks of a paragraph nested, so that overlapping ones can be drawn
    facts        columns and codes in words
    rules        the entries of the lexicon behind a mark
    terminal     the text with its marks in the terminal
    page         the same as one page of HTML

Nothing is coded here: every mark shows a row, or something that the coder found on its way to one.
"""

from readouts.explain.find import explain
from readouts.explain.marks import LAYERS, Explanation, Mark

__all__ = ["LAYERS", "Explanation", "Mark", "explain"]
