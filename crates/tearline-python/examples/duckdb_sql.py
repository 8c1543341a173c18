"""Releases a table of cables with SQL: what each of two readers may see, and why a row has no release."""

from __future__ import annotations

import duckdb

import tearline.duckdb

CABLES = [
    (1, "CONFIDENTIAL STATE 1\n\n1. (U) The talks resume in April.\n\n2. (C) The lease will not be renewed.\n"),
    (2, "UNCLAS STATE 2\n\n1. (SBU) The pilots complain.\n"),
    (3, None),
]


def main() -> None:
    connection = duckdb.connect()
    tearline.duckdb.register(connection)
    connection.execute("CREATE TABLE cables (id INTEGER, text VARCHAR)")
    connection.executemany("INSERT INTO cables VALUES (?, ?)", CABLES)
    rows = connection.sql(
        """
        SELECT id, reader, made.disposition, made.reason
        FROM (SELECT id, reader, tearline_release(text, reader, DATE '2010-01-01') AS made
              FROM cables CROSS JOIN (VALUES ('U'), ('SBU')) AS readers (reader))
        ORDER BY id, reader DESC
        """
    ).fetchall()
    for row in rows:
        print(*row, sep="  ")


if __name__ == "__main__":
    main()
