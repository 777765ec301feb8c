"""The coder: a text in, rows out.

The stages, each a package, in the order in which they work (`article` runs them):

    text         tokens, sentences, quotations; phrases looked up in one walk
    names        mentions of actors in a sentence, and who is who in the article
    clauses      segments of a sentence, and who is the subject of a verb
    speech       who says what
    positions    which stance of whom on which topic
    dates        when: date expressions, datelines, known occasions
    events       what happened, with whom, when and where
    rows         the seven tables

Before them, `scan` tells which texts need not be read. What they know stands in `readouts/lexicon` and in the
seeds; the package `lexicon` here compiles it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.coder.article import Findings, findings_for_rows, read_article
from readouts.coder.lexicon.knowledge import Knowledge, load_knowledge
from readouts.coder.rows.assemble import make_tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readouts.seeds.types import Article

__all__ = ["Findings", "Knowledge", "code_articles", "load_knowledge", "read_article"]


def code_articles(articles: Iterable[Article], knowledge: Knowledge) -> dict[str, list[dict[str, Any]]]:
    """Code articles into the rows of the seven tables.

    Args:
        articles: texts with their sources, in the order of the catalogue.
        knowledge: from `load_knowledge`.

    Returns:
        For each table its rows as dictionaries of Python values, sorted by key.
    """
    return make_tables([findings_for_rows(article, knowledge) for article in articles], knowledge)
