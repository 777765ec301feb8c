"""What is downloaded: the files of `dist/` for one release.

    publish      all of them, written whole or not at all
    edition      the release and what is told about it, from its own descriptor
    archive      the zip, the same bytes each time
    ddl          tables, keys and checks as SQL, from the descriptor
    views        the views, from `views.sql`
    knowledge    the small tables that the views read
    duckdb_file  the release as one DuckDB file
    sqlite_file  the same as one SQLite file
    croissant    `croissant.json`
    schema_org   the Dataset of schema.org, for the page
    page         what the front page of `readouts.site` tells of the files, and the README of the zip
    readers      how each program reads the files (`readers.toml`)
    sums         `SHA256SUMS`
    swap         a folder that is there whole or not at all

Everything is derived from the release alone, so that older releases can be published, too. No clock is read,
and two runs give the same bytes.
"""

from readouts.publishing.publish import publish

__all__ = ["publish"]
