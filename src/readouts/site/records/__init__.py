"""What a page tells of each row: the row itself, with what stands about it in other tables.

    positions  who states what
    events     who did what with whom
    actors     who is who
    sources    the articles
    shared     what they have in common: articles, days, rulings

A record is a mapping of names to text, or to lists of records. Codes stay codes here: `cells` puts them into
words where they are shown, and so does the script. What is not known is left out.
"""

from readouts.site.records.actors import actors
from readouts.site.records.events import events
from readouts.site.records.positions import positions
from readouts.site.records.sources import sources

__all__ = ["actors", "events", "positions", "sources"]
