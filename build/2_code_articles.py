"""Code the articles.

The coder reads each text and makes the rows of all seven tables, every row with its evidence and the entry of
the lexicon that made it.
"""

from readouts.coder import code_articles, load_knowledge
from readouts.release.building import Work


def run(work: Work) -> None:
    """Fill in `work.knowledge` and `work.coded`."""
    work.knowledge = load_knowledge(work.seeds.actors, work.seeds.occasions)
    work.coded = code_articles(work.seeds.articles, work.knowledge)
