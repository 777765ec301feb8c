"""What a table says, apart from how a version of a library writes it."""

from __future__ import annotations

import hashlib

import pyarrow as pa
import pyarrow.compute as pc

ROWS_A_BATCH = 131_072


def content_hash(table: pa.Table) -> str:
    """SHA-256 of the table as an Arrow IPC stream without metadata.

    The bytes of a Parquet file change with the version of the library that wrote it; this does not. Every
    column is followed by another that says of each value whether it is known (1 or 0), because what lies in
    memory under a missing value is left to chance.
    """
    bare = _bare(table)
    sink = _Digest()
    with pa.ipc.new_stream(sink, bare.schema) as writer:
        writer.write_table(bare, max_chunksize=ROWS_A_BATCH)
    return sink.hexdigest()


def _bare(table: pa.Table) -> pa.Table:
    columns = {}
    for name in table.column_names:
        values = table[name]
        columns[name] = _without_gaps(values)
        columns[f"{name} is known"] = pc.is_valid(values).cast(pa.uint8())
    return pa.table(columns).combine_chunks()


def _without_gaps(values: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_string(values.type):
        return values.fill_null("")
    if pa.types.is_boolean(values.type):
        return values.cast(pa.uint8()).fill_null(0)
    return values.fill_null(pa.scalar(0, pa.int32()).cast(values.type))


class _Digest:
    """A file that only keeps the digest of what is written to it."""

    closed = False

    def __init__(self) -> None:
        self._digest = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self._digest.update(data)
        return len(data)

    def flush(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True

    def hexdigest(self) -> str:
        return f"sha256:{self._digest.hexdigest()}"
