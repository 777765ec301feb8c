"""The site of a release: what it is, how to get it, and every row beside the sentence it rests on.

    write      the folder, whole or not at all
    front      the front page: files, hashes, lines to copy
    pages      the pages of tables and documents, and what they have in common
    browsers   the tables that can be looked through
    tables     the rows of the release
    records/   what a page tells of each row, from all tables
    words      plain words for codes and states, each with its meaning
    marks      which words of a sentence are marked
    cells      how a value becomes markup, for the page and for its script
    data_file  the rows as a script
    documents  Markdown as HTML
    render     the template engine
    templates/ the pages
    static/    the style, and the scripts as they are sent

The pages work from a disk and need no other host. Without a script they show every table whole; with it the
same rows are filtered, a page of them at a time. Article texts are no part of them.
"""

from readouts.site.write import write_site

__all__ = ["write_site"]
