"""Functions for SQL in DuckDB. This module needs ``duckdb`` and ``pyarrow``; the rest of the package needs neither.

After ``tearline.duckdb.register(connection)``:

- ``tearline_release(text, reader, as_of)`` is a struct of ``release``, ``disposition`` and ``reason``;
- ``tearline_reads(mark, reader)`` is ``permit``, ``view-only`` or ``deny``; null where one of them cannot be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pyarrow
from duckdb import PythonExceptionHandling
from duckdb.func import FunctionNullHandling, PythonUDFType
from duckdb.sqltypes import DATE, VARCHAR

import tearline

if TYPE_CHECKING:
    from typing import Literal

__all__ = ["register"]


def register(
    connection: duckdb.DuckDBPyConnection,
    *,
    format: Literal["text", "markdown", "html", "json"] = "text",
    policy: tearline.Policy | None = None,
    style: tearline.Style | None = None,
) -> None:
    """Registers the functions. A row that cannot be released is a null with its reason; it stops no query."""

    def release(texts: pyarrow.Array, readers: pyarrow.Array, days: pyarrow.Array) -> pyarrow.ChunkedArray:
        columns = tearline.release_column(texts, readers, days, format=format, policy=policy, style=style)
        return pyarrow.table(columns).to_struct_array()

    connection.create_function(
        "tearline_release",
        release,
        [VARCHAR, VARCHAR, DATE],
        duckdb.struct_type({"release": VARCHAR, "disposition": VARCHAR, "reason": VARCHAR}),
        type=PythonUDFType.ARROW,
        null_handling=FunctionNullHandling.SPECIAL,
    )
    connection.create_function(
        "tearline_reads",
        tearline.reads,
        [VARCHAR, VARCHAR],
        VARCHAR,
        exception_handling=PythonExceptionHandling.RETURN_NULL,
    )
