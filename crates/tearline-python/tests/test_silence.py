"""Nothing that is printed, raised, logged or kept of a release for the public holds a word of what is withheld."""

from __future__ import annotations

import copy
import pickle
import traceback
from collections.abc import Iterator
from typing import Any, cast

import pytest
import tearline
from conftest import CANARY, HARBOR

PUBLIC = ("U", "2010-01-01")


def values(harbor: tearline.Document) -> Iterator[object]:
    """One of everything that a program can come to hold."""
    assessment, release = harbor.assess(), harbor.release(*PUBLIC)
    yield from (harbor, assessment, release, release.reader)
    yield from assessment.portions
    yield from assessment.verdicts(*PUBLIC)
    yield from assessment.days("U")
    yield from assessment.openings("U")
    yield from assessment.findings
    yield from release.portions
    yield from release.findings
    yield tearline.Part.paragraph(1, f"The {CANARY}.", "U")
    yield from (tearline.Policy(), tearline.Style(), tearline.Marking("S//NF"))
    decision = {"target": "paragraph 3", "action": "withhold B6", "by": "I. Birk", "on": "2026-03-02", "note": CANARY}
    yield from harbor.assess(decisions=[decision]).decisions


def test_no_repr_shows_text(harbor: tearline.Document) -> None:
    shown = [repr(value) for value in values(harbor)]
    assert len(shown) > 40
    for text in shown:
        assert CANARY not in text and "talks resume" not in text, text
    assert repr(harbor.release(*PUBLIC)) == "<tearline.Release released-in-part for U as of 2010-01-01>"


def test_no_str_of_what_is_for_the_public_shows_what_is_withheld(harbor: tearline.Document) -> None:
    for value in values(harbor):
        if not isinstance(value, tearline.Decided):
            assert CANARY not in str(value), type(value)


def test_a_pickle_of_a_release_holds_the_release_alone(harbor: tearline.Document) -> None:
    release = harbor.release(*PUBLIC)
    kept = pickle.dumps(release)
    assert CANARY.encode() not in kept and b"talks resume" in kept
    again = pickle.loads(kept)
    assert again == release and again.text == release.text and again.findings == release.findings
    assert pickle.loads(pickle.dumps(release.made_on("2009-01-01"))).text == release.made_on("2009-01-01").text


def test_everything_that_is_pickled_comes_back(harbor: tearline.Document) -> None:
    for value in values(harbor):
        again = pickle.loads(pickle.dumps(value))
        assert type(again) is type(value)
        if not isinstance(value, (tearline.Document, tearline.Assessment)):
            assert again == value and CANARY.encode() not in pickle.dumps(value) or isinstance(
                value, (tearline.Part, tearline.Decided)
            )


def test_a_document_and_an_assessment_come_back_with_all_they_were_made_of() -> None:
    text = "1. (HARBSEN) The pier.\n\n2. (S) The lease.\n"
    document = tearline.Document.parse(
        text, kind="memorandum", known={"level": "SECRET", "listed": ["I. Birk"]}, words={"HARBSEN": "SBU"}
    )
    decision = {"target": "paragraph 2", "action": "withhold B6", "by": "I. Birk", "on": "2026-03-02"}
    assessment = document.assess(tearline.Policy(unmarked="withhold"), decisions=[decision])
    for again in (pickle.loads(pickle.dumps(assessment)), copy.deepcopy(assessment)):
        assert again.portions == assessment.portions
        assert again.decisions == assessment.decisions
        assert again.findings == assessment.findings
        assert again.document.faithful("all") == text and again.document.kind == "memorandum"
    built = tearline.Document.build("telegram", [tearline.Part.paragraph(1, "One.", "S")], level="SECRET")
    assert pickle.loads(pickle.dumps(built)).assess().portions == built.assess().portions


def test_a_damaged_pickle_says_nothing_of_what_it_held(harbor: tearline.Document) -> None:
    for value in (harbor, harbor.assess(), harbor.release(*PUBLIC)):
        restore, (kept,) = cast("Any", value.__reduce__())
        for damaged in (kept[:-9], kept.replace("{", '{"kestrel":1,', 1), f'"{CANARY}"', ""):
            with pytest.raises(tearline.StateError) as error:
                restore(damaged)
            assert CANARY not in repr(error.value)


def test_a_pickled_release_cannot_be_made_to_hold_more(harbor: tearline.Document) -> None:
    restore, (kept,) = cast("Any", harbor.release(*PUBLIC).__reduce__())
    with pytest.raises(tearline.StateError):
        restore(kept.replace('"U","text"', '"C","text"'))


@pytest.mark.parametrize("wrong", [HARBOR + "\ud800", HARBOR + "\udcff"])
def test_half_a_character_is_an_error_without_the_text(wrong: str) -> None:
    """Python's own error holds the whole text in its arguments."""
    with pytest.raises(tearline.TextError) as error:
        tearline.Document.parse(wrong)
    shown = "".join(traceback.format_exception(error.value.__class__, error.value, None)) + repr(error.value.args)
    assert CANARY not in shown
    assert error.value.__context__ is None and error.value.__cause__ is None
    with pytest.raises(tearline.TextError) as error:
        tearline.Document.build("telegram", [tearline.Part.block(wrong)])
    assert CANARY not in repr(error.value)


def test_an_argument_in_the_wrong_place_is_not_shown(harbor: tearline.Document) -> None:
    for call in (
        lambda: harbor.release(HARBOR, "2010-01-01"),
        lambda: harbor.release("U", HARBOR),
        lambda: tearline.Reader(HARBOR),
        lambda: tearline.Marking(HARBOR),
        lambda: tearline.reads(HARBOR, "U"),
        lambda: tearline.Document.parse("UNCLAS", known={"origin": HARBOR}),
        lambda: tearline.Document.parse("UNCLAS", known={"declassified": HARBOR}),
        lambda: tearline.Document.parse("UNCLAS", kind=HARBOR),  # type: ignore[arg-type]
        lambda: tearline.Document.parse("UNCLAS", words={"HARBSEN": HARBOR}),
        lambda: tearline.Document.parse("UNCLAS", words={HARBOR: "SBU"}),
        lambda: tearline.Document.parse(HARBOR.encode()),  # type: ignore[arg-type]
        lambda: tearline.Document.build(HARBOR, []),  # type: ignore[arg-type]
        lambda: tearline.Document.build("telegram", [HARBOR]),  # type: ignore[list-item]
        lambda: tearline.Document.build("telegram", [tearline.Part.field(HARBOR, "")]),
        lambda: tearline.Document.build("telegram", [tearline.Part.item(HARBOR, "")]),
        lambda: harbor.assess(decisions=HARBOR),
        lambda: harbor.assess(decisions=[{"target": HARBOR, "action": "release", "by": "x", "on": "2026-03-02"}]),
        lambda: harbor.assess(decisions=[{"target": "subject", "action": HARBOR, "by": "x", "on": "2026-03-02"}]),
        lambda: harbor.assess(tearline.Policy(unmarked=HARBOR)),  # type: ignore[arg-type]
        lambda: harbor.release("U", "2010-01-01", style=tearline.Style(sbu_exemption=HARBOR)),
    ):
        with pytest.raises((tearline.TearlineError, TypeError, AttributeError)) as error:
            call()
        assert CANARY not in f"{error.value} {error.value!r} {error.value.__context__!r}"


def test_errors_can_be_pickled() -> None:
    with pytest.raises(tearline.ReaderError) as error:
        tearline.Reader("public")
    again = pickle.loads(pickle.dumps(error.value))
    assert (str(again), again.code, type(again)) == (str(error.value), "no-reader", tearline.ReaderError)
