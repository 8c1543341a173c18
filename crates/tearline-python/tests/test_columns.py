"""Columns: whatever speaks Arrow goes in and out; a bad row stops no other."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest
import tearline
import tearline.duckdb
from conftest import CANARY, HARBOR

OTHER = "UNCLAS STATE 2\n\n1. (SBU) The kestrel pilots complain.\n"
TEXTS = [HARBOR, None, OTHER, HARBOR]
DAY = date(2010, 1, 1)


def read(columns: tearline.Columns) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pyarrow.table(columns).to_pylist()
    return rows


def one(text: str, reader: str = "U", day: date | str = DAY) -> str:
    return tearline.Document.parse(text).release(reader, day).text


EXPECTED = [
    {"release": one(HARBOR), "disposition": "released-in-part", "reason": None},
    {"release": None, "disposition": None, "reason": "there is no text"},
    {"release": one(OTHER), "disposition": "released-in-part", "reason": None},
    {"release": one(HARBOR), "disposition": "released-in-part", "reason": None},
]

COLUMNS: dict[str, Any] = {
    "pyarrow array": pyarrow.array(TEXTS),
    "pyarrow large array": pyarrow.array(TEXTS, pyarrow.large_string()),
    "pyarrow view": pyarrow.array(TEXTS, pyarrow.string_view()),
    "pyarrow chunks": pyarrow.chunked_array([TEXTS[:1], [], TEXTS[1:]]),
    "pyarrow bytes": pyarrow.array([text and text.encode() for text in TEXTS]),
    "pyarrow dictionary": pyarrow.array(TEXTS).dictionary_encode(),
    "pyarrow slice": pyarrow.array(["UNCLAS", *TEXTS])[1:],
    "pyarrow table": pyarrow.table({"text": TEXTS}),
    "pyarrow batch": pyarrow.record_batch({"text": TEXTS}),
    "polars series": polars.Series(TEXTS),
    "polars frame": polars.DataFrame({"text": TEXTS}),
    "pandas series": pandas.Series(TEXTS),
    "pandas frame": pandas.DataFrame({"text": TEXTS}),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_whatever_speaks_arrow_goes_in(name: str) -> None:
    columns = tearline.release_column(COLUMNS[name], "U", DAY)
    assert read(columns) == EXPECTED
    assert (len(columns), columns.refused) == (4, 1)
    assert columns.column_names == ["release", "disposition", "reason"]


def test_a_relation_of_duckdb_goes_in_and_the_answer_is_a_table_there() -> None:
    connection = duckdb.connect()
    texts = pyarrow.table({"text": TEXTS})  # noqa: F841 (DuckDB finds it by its name)
    columns = tearline.release_column(connection.sql("SELECT text FROM texts"), "U", DAY)
    assert read(columns) == EXPECTED
    counted = connection.sql("SELECT count(*), count(release), count(reason) FROM columns").fetchall()
    assert counted == [(4, 3, 1)]


def test_the_answer_is_a_frame_everywhere() -> None:
    columns = tearline.release_column(pyarrow.array(TEXTS), "U", DAY)
    assert polars.DataFrame(columns).to_dicts() == EXPECTED
    assert pandas.DataFrame.from_arrow(columns)["release"].tolist()[2] == EXPECTED[2]["release"]
    # It can be read more than once.
    assert read(columns) == read(columns) == EXPECTED
    assert CANARY not in repr(columns) and repr(columns).startswith("<tearline.Columns 4 rows")


def test_readers_and_days_may_be_columns() -> None:
    table = pyarrow.table(
        {
            "id": [1, 2, 3, 4, 5, 6],
            "text": [HARBOR] * 6,
            "reader": ["U", "SBU", "nobody", "U", None, "U"],
            "day": [DAY, DAY, DAY, date(2016, 3, 14), DAY, None],
        }
    )
    columns = tearline.release_column(table, table["reader"], table["day"], column="text", keep=["id"])
    rows = read(columns)
    assert columns.column_names == ["id", "release", "disposition", "reason"]
    assert [row["id"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert rows[0]["release"] == one(HARBOR)
    assert rows[1]["release"] == one(HARBOR, "SBU")
    assert rows[3]["release"] == one(HARBOR, "U", "2016-03-14")
    no_reader = "there is no reader, or none that can be read"
    no_day = "there is no day, or none of the calendar"
    assert [row["reason"] for row in rows] == [None, None, no_reader, None, no_reader, no_day]
    texts = polars.Series(["2010-01-01", "2016-03-14", "soon"])
    by_text = read(tearline.release_column(polars.Series([HARBOR] * 3), "U", texts))
    assert [row["release"] for row in by_text] == [one(HARBOR), one(HARBOR, "U", "2016-03-14"), None]


def test_what_is_wrong_with_one_row_stops_no_other_and_shows_nothing() -> None:
    rows = [HARBOR.encode(), CANARY.encode() + b"\xff", b"", HARBOR.encode()]
    columns = read(tearline.release_column(pyarrow.array(rows), "U", DAY))
    assert [row["reason"] for row in columns] == [None, "the text is not UTF-8", None, None]
    assert columns[3]["release"] == one(HARBOR)
    # Whoever made a column of texts may not have looked whether they are UTF-8.
    buffers = pyarrow.array(rows).buffers()
    unchecked = pyarrow.Array.from_buffers(pyarrow.string(), 4, buffers)
    assert [row["reason"] for row in read(tearline.release_column(unchecked, "U", DAY))] == [
        None,
        "the text is not UTF-8",
        None,
        None,
    ]
    assert CANARY not in str(columns)


def test_what_is_wrong_with_all_rows_is_an_error() -> None:
    texts, table = pyarrow.array(TEXTS), pyarrow.table({"id": [1], "text": [HARBOR], "reason": ["x"]})
    calls: list[tuple[Callable[[], object], type[tearline.TearlineError]]] = [
        (lambda: tearline.release_column(texts, "nobody", DAY), tearline.ReaderError),
        (lambda: tearline.release_column(texts, "U", "soon"), tearline.DayError),
        (lambda: tearline.release_column(TEXTS, "U", DAY), tearline.ColumnError),  # type: ignore[arg-type]
        (lambda: tearline.release_column(pyarrow.array([1]), "U", DAY), tearline.ColumnError),
        (lambda: tearline.release_column(texts, pyarrow.array(["U"]), DAY), tearline.ColumnError),
        (lambda: tearline.release_column(texts, "U", pyarrow.array([1.5] * 4)), tearline.ColumnError),
        (lambda: tearline.release_column(texts, "U", DAY, column="text"), tearline.ColumnError),
        (lambda: tearline.release_column(table, "U", DAY), tearline.ColumnError),
        (lambda: tearline.release_column(table, "U", DAY, column="texts"), tearline.ColumnError),
        (lambda: tearline.release_column(table, "U", DAY, column="id"), tearline.ColumnError),
        (lambda: tearline.release_column(table, "U", DAY, column="text", keep=["reason"]), tearline.ColumnError),
        (lambda: tearline.release_column(texts, "U", DAY, format="pdf"), tearline.ChoiceError),  # type: ignore[arg-type]
    ]
    for call, error in calls:
        with pytest.raises(error) as raised:
            call()
        assert CANARY not in str(raised.value)


def test_every_number_of_threads_comes_to_the_same() -> None:
    texts = pyarrow.array([f"UNCLAS STATE {n}\n\n1. (U) Number {n}.\n" for n in range(500)])
    once = read(tearline.release_column(texts, "U", DAY, threads=1))
    assert "Number 499." in once[499]["release"]
    for threads in (2, 3, 7, 1000, None):
        assert read(tearline.release_column(texts, "U", DAY, threads=threads)) == once


def test_formats_policies_and_styles_are_those_of_documents() -> None:
    texts = pyarrow.array([HARBOR])
    document = tearline.Document.parse(HARBOR)
    (row,) = read(tearline.release_column(texts, "U", DAY, format="markdown"))
    assert row["release"] == document.release("U", DAY).markdown
    style, policy = tearline.Style(mark=True), tearline.Policy(unmarked="withhold")
    (row,) = read(tearline.release_column(texts, "U", DAY, format="json", style=style, policy=policy))
    assert row["release"] == document.release("U", DAY, style=style, policy=policy).json
    (row,) = read(tearline.release_column(texts, "U", DAY, known={"level": "SECRET"}))
    assert row["release"] == tearline.Document.parse(HARBOR, known={"level": "SECRET"}).release("U", DAY).text


def test_an_empty_column_has_an_empty_answer() -> None:
    for empty in (pyarrow.array([], pyarrow.string()), pyarrow.chunked_array([], pyarrow.string()), pyarrow.nulls(0)):
        columns = tearline.release_column(empty, "U", DAY)
        assert len(columns) == 0 and read(columns) == []
    assert read(tearline.release_column(pyarrow.nulls(1), "U", DAY))[0]["reason"] == "there is no text"


def test_duckdb_has_the_functions_in_sql() -> None:
    connection = duckdb.connect()
    tearline.duckdb.register(connection)
    texts = pyarrow.table({"n": list(range(4)), "text": TEXTS})  # noqa: F841
    rows = connection.sql(
        "SELECT made.release, made.disposition, made.reason FROM"
        " (SELECT n, tearline_release(text, 'U', DATE '2010-01-01') AS made FROM texts) ORDER BY n"
    ).fetchall()
    assert rows == [tuple(row.values()) for row in EXPECTED]
    reads = connection.sql("SELECT tearline_reads('S//NF', 'U'), tearline_reads('U', 'U'), tearline_reads('?', 'U')")
    assert reads.fetchall() == [("deny", "permit", None)]


def test_the_example_prints_what_became_of_each_row() -> None:
    example = Path(__file__).parents[1] / "examples/duckdb_sql.py"
    done = subprocess.run([sys.executable, str(example)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "1  U  released-in-part  None",
        "1  SBU  released-in-part  None",
        "2  U  released-in-part  None",
        "2  SBU  released-in-full  None",
        "3  U  None  there is no text",
        "3  SBU  None  there is no text",
    ]
