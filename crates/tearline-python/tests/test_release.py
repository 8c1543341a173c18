"""From a document, a reader and a day to a release."""

from __future__ import annotations

import json
import threading
import time
from datetime import date, datetime
from pathlib import Path

import pytest
import tearline
from conftest import CANARY, HARBOR, ROOT


def test_a_release_holds_what_its_reader_may_see_on_its_day(harbor: tearline.Document) -> None:
    release = harbor.release("U", date(2010, 1, 1))
    assert release.disposition == "released-in-part"
    assert release.banner == "UNCLASSIFIED"
    assert "1. (U) The talks resume in April." in release.text
    assert "2. [withheld: classified]" in release.text
    assert "3. [withheld: sensitive]" in release.text
    assert CANARY not in release.text
    assert (release.subject, release.as_of, str(release.reader)) == ("HARBOR TALKS", date(2010, 1, 1), "U")


def test_the_day_opens_levels_and_not_sensitivities(harbor: tearline.Document) -> None:
    before, on = harbor.release("U", "2016-03-13"), harbor.release("U", "2016-03-14")
    assert "kestrel pier" not in before.text
    assert "kestrel pier" in on.text
    assert "harbor master" not in on.text
    assert "harbor master" in harbor.release("SBU", "2016-03-14").text


def test_every_format_withholds_the_same(harbor: tearline.Document) -> None:
    release = harbor.release("U", "2010-01-01")
    for written in (release.text, release.markdown, release.html, release.json, str(release)):
        assert "The talks resume in April." in written
        assert CANARY not in written
    assert release.pdf.startswith(b"%PDF-")
    assert json.loads(release.json)["disposition"] == "released-in-part"
    assert "<h2" in release.html or "<p" in release.html


def test_the_text_is_that_of_the_program(cable: str) -> None:
    """README shows what the program prints of the bundled cable; Python prints the same."""
    release = tearline.Document.parse(cable).release("U", "2010-01-01")
    shown = (ROOT / "README.md").read_text().split("--as-of 2010-01-01\n")[1].split("```")[0]
    lines = iter(release.text.splitlines())
    for line in shown.splitlines():
        assert line == "…" or line in lines, line


def test_the_originator_has_the_source_and_nobody_else(harbor: tearline.Document) -> None:
    assert harbor.faithful("all") == HARBOR
    assert harbor.faithful("TS") is None
    assert tearline.Document.parse("UNCLAS\r\n").faithful(tearline.Reader.originator()) == "UNCLAS\r\n"


def test_a_style_tells_more_and_the_release_says_so(harbor: tearline.Document) -> None:
    def of(**style: bool | str) -> tearline.Release:
        return harbor.release("U", "2010-01-01", style=tearline.Style(**style))  # type: ignore[arg-type]

    marked = of(mark=True, amount=True, calendar=True)
    withheld = [portion for portion in marked.portions if not portion.is_release]
    assert [(it.mark, it.amount) for it in withheld] == [("C", "1 paragraph (1 line)"), ("SBU", "1 paragraph (1 line)")]
    assert withheld[0].opening == tearline.Opening("on", date(2016, 3, 14))
    assert withheld[1].opening == tearline.Opening("never")
    assert [it.mark for it in of().portions] == [None] * len(of().portions)
    assert [it.exemptions for it in of(sbu_exemption="b5").portions if not it.is_release][1] == ("B5",)
    assert "withheld" not in of(tear_line=True).text
    assert all(portion.is_release for portion in of(tear_line=True).portions)


def test_a_policy_is_named(harbor: tearline.Document) -> None:
    cable = tearline.Document.parse("UNCLAS STATE 1\n\n1. (U) One.\n\nPORTS\n\n2. (U) Two.\n")
    strict = tearline.Policy(unmarked="withhold")
    assert "PORTS" in cable.release("U", "2010-01-01").text
    assert "PORTS" not in cable.release("U", "2010-01-01", policy=strict).text
    secret = tearline.Document.parse("SECRET STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n")
    alone = tearline.Policy(compilation="portions-stand-alone")
    assert secret.assess().is_compilation
    assert "One." not in secret.release("U", "2010-01-01").text
    assert "One." in secret.release("U", "2010-01-01", policy=alone).text


def test_what_a_catalogue_knows_joins_the_text_and_lowers_nothing() -> None:
    paper = "The pier is new.\n"
    known = {"level": "SECRET", "origin": date(1986, 3, 14), "instruction": ["OADR"], "caption": None}
    document = tearline.Document.parse(paper, kind="memorandum", known=known)
    assert (document.kind, document.origin) == ("memorandum", date(1986, 3, 14))
    assert [portion.label for portion in document.assess().portions] == ["S"]
    ended = {"level": "SECRET", "declassified": {"by": "Director, Office of Harbors", "on": date(2012, 3, 1)}}
    opened = tearline.Document.parse(paper, known=ended)
    assert "pier" not in opened.release("U", "2012-02-29").text
    assert "pier" in opened.release("U", "2012-03-01").text
    lower = tearline.Document.parse(HARBOR, known={"level": "UNCLASSIFIED"})
    assert CANARY not in lower.release("U", "2010-01-01").text


def test_an_office_has_words_of_its_own_for_marks() -> None:
    text = "SECRET STATE 1\n\n1. (HARBSEN) The pier.\n\n2. (S) The lease.\n"
    plain = tearline.Document.parse(text).assess().portions[-2]
    named = tearline.Document.parse(text, words={"HARBSEN": "SBU"}).assess().portions[-2]
    assert (plain.label, named.label) == ("S", "SBU")


def test_a_document_of_parts_is_rated_as_a_text_is() -> None:
    part = tearline.Part
    built = tearline.Document.build(
        "telegram",
        [
            part.field("tags", "PREL, ECON"),
            part.subject("Harbor talks", "U"),
            part.paragraph(1, "The talks resume in April.\n\n(U) So do the tides.", "(U)"),
            part.item("a", "Pilots wait.", "C"),
            part.block("They are paid.", continues=True),
            part.paragraph(2, "The kestrel lease ends.", "C//NOFRN"),
        ],
        level="CONFIDENTIAL",
        instruction="E.O. 12958: DECL: 03/14/2016",
        origin="2006-03-14",
    )
    portions = built.assess().portions
    assert [it.field for it in portions if it.kind == "header"] == ["order", "tags"]
    assert [(it.kind, it.number, it.label) for it in portions if it.kind != "header"] == [
        ("subject", None, "U"),
        ("paragraph", "1", "U"),
        ("subparagraph", "1.a", "C"),
        ("paragraph", "2", "unresolved"),
    ]
    release = built.release("U", "2010-01-01")
    assert "So do the tides." in release.text
    assert "Pilots" not in release.text and "paid" not in release.text and CANARY not in release.text
    assert "paid" in built.release("U", "2016-03-14").text
    assert built.faithful("all") is None


def test_days_are_days(harbor: tearline.Document) -> None:
    for wrong in (datetime(2010, 1, 1), "2010-02-30", "1 January 2010", "2010-01-01T00:00", 20100101, None):
        with pytest.raises(tearline.DayError) as error:
            harbor.release("U", wrong)  # type: ignore[arg-type]
        assert error.value.code == "no-day"


def test_a_release_of_a_day_to_come_says_so(harbor: tearline.Document) -> None:
    release = harbor.release("U", "2030-01-01")
    assert release.made_on("2026-03-02").text != release.text
    assert "2026-03-02" in release.made_on(date(2026, 3, 2)).text


def test_other_threads_run_while_it_works() -> None:
    """One thread counts while another reads a long document. With the interpreter held it would count to one or two."""
    document = "UNCLAS STATE 1\n\n" + "".join(f"{n}. (U) The talks resume in April.\n\n" for n in range(1, 12_000))
    counted, done = 0, threading.Event()

    def count() -> None:
        nonlocal counted
        while not done.is_set():
            counted += 1
            time.sleep(0)

    def during() -> int:
        before = counted
        tearline.Document.parse(document)
        return counted - before

    counter = threading.Thread(target=count)
    counter.start()
    most = during()
    for _ in range(5):
        # On a busy machine the counter may be kept waiting for once.
        most = most if most > 100 else during()
    done.set()
    counter.join()
    assert most > 100, most


def test_the_version_is_that_of_the_library() -> None:
    manifest = (ROOT / "Cargo.toml").read_text()
    assert f'version = "{tearline.__version__}"' in manifest.split("[workspace.package]")[1].split("[")[0]
    assert Path(tearline.__file__).with_name("py.typed").exists()
