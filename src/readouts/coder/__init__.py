"""The coder: a text in, rows out.

The stages, each a module or a few: layout (`tokens`, `document`), mentions (`lexical`, `offices`, `people`,
`mentions`, `registry`), clauses (`items`, `clauses`), speech (`speech`), positions (`topics`, `cues`, `holders`,
`targets`, `positions`), events (`event_frames`, `event_settings`, `events`), and rows (`joining`, `actor_table`,
`assemble`). What they know stands in `readouts/lexicon` and in the seeds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from readouts.coder.article import Findings, read_article
from readouts.coder.assemble import make_tables
from readouts.coder.knowledge import Knowledge, load_knowledge
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
    return make_tables([read_article(article, knowledge) for article in articles], knowledge)
