"""The coder: a text in, rows out.

The stages, each a few modules:
    layout       `tokens`, `document`, `quotation_marks`
    names        `lexical`, `token_row`, `offices`, `office_heads`, `body_names`, `people`
    mentions     `mentions`, `group_mentions`, `person_mentions`, `body_mentions`
    actors       `registry`, `name_matching`, `titles`, `sides`
    clauses      `items`, `segments`, `phrases`, `clauses`
    speech       `discourse`, `attribution`, `quotations`, `blocks`, `speakers`, `speech_sides`
    positions    `topics`, `cues`, `governors`, `governed`, `polarity`, `holders`, `targets`, `evidence`
    events       `event_heads`, `event_scene`, `events` and the other `event_*` and `frames_*`
    rows         `event_joining`, `actor_table`, `assemble`
What they know stands in `readouts/lexicon` and in the seeds; `knowledge` reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readouts.coder.article import Findings, read_article
from readouts.coder.assemble import make_tables
from readouts.coder.knowledge import Knowledge, load_knowledge

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
    return make_tables([read_article(article, knowledge) for article in articles], knowledge)
