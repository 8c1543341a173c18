"""Portions, verdicts, days, findings, decisions."""

from __future__ import annotations

import hashlib
import json
import pickle
from datetime import date

import pytest
import tearline
from conftest import CANARY, HARBOR


def test_every_portion_says_what_it_is_rated_and_why(harbor: tearline.Document) -> None:
    second = next(it for it in harbor.assess().portions if it.name == "paragraph 2")
    assert (second.kind, second.number, second.label, second.provenance) == ("paragraph", "2", "C", "stated")
    assert second.position == (10, 1)
    start, end = second.span
    assert HARBOR.encode()[start:end].startswith(b"2. (C) The lease")
    assert [rule.name for rule in second.rules] == ["lead-mark"]
    assert second.rules[0].citation == "32 CFR 2001.21(c)"


def test_a_verdict_has_its_reasons_with_their_places(harbor: tearline.Document) -> None:
    verdicts = harbor.assess().verdicts("U", "2010-01-01")
    by_name = {it.name: it for it in verdicts}
    first, second, third = (by_name[f"paragraph {n}"] for n in (1, 2, 3))
    assert first.is_release and first.marking == "U" and not first.reasons
    assert not second.is_release and second.bases == ("classified",) and third.bases == ("sensitive",)
    assert [why.citation for why in second.reasons][-1] == "32 CFR 2001.12(b), (c)(1)"
    opened = {it.name: it for it in harbor.assess().verdicts("U", "2016-03-14")}["paragraph 2"]
    assert opened.marking == "U" and opened.declassified is not None
    assert opened.declassified.reason.startswith("declassified 2016-03-14")


def test_days_are_those_on_which_something_opens(harbor: tearline.Document) -> None:
    (day,) = harbor.assess().days("U")
    assert day.on == date(2016, 3, 14)
    assert ("paragraph 2", "opens", "declassification-date") in [(it.name, it.effect, it.code) for it in day.changes]
    assert "paragraph 3" not in [it.name for it in day.changes]
    openings = dict(zip((it.name for it in harbor.assess().portions), harbor.assess().openings("U"), strict=True))
    assert openings["paragraph 1"] == tearline.Opening("always")
    assert openings["paragraph 2"] == tearline.Opening("on", date(2016, 3, 14))
    assert openings["paragraph 3"] == tearline.Opening("never")


def test_findings_name_places_and_rules() -> None:
    cable = tearline.Document.parse("SECRET STATE 1\n\n1. (U) One.\n\n2. (S//NOFRN) The kestrel.\n")
    (finding,) = [it for it in cable.findings if it.code == "damaged-mark"]
    assert (finding.severity, finding.line) == ("error", 5)
    assert finding.detail is not None and finding.detail.endswith("did you mean `NOFORN`?")
    assert str(finding).startswith("line 5: error[damaged-mark]: ")
    assert CANARY not in str(finding) + repr(finding)
    assert "damaged-mark" in [it.code for it in cable.assess().findings]


DECISION = {
    "target": "paragraph 3",
    "action": "release",
    "by": "I. Birk",
    "on": date(2026, 3, 2),
    "authority": "Director, Office of Harbors",
    "note": "the kestrel is known",
}


def test_decisions_are_carried_out_from_dictionaries_and_from_json(harbor: tearline.Document) -> None:
    text = json.dumps([DECISION], default=str)
    for decisions in ([DECISION], text, (dict(DECISION),)):
        assessment = harbor.assess(decisions=decisions)
        assert "harbor master" in assessment.release("U", "2026-03-02").text
        (decided,) = assessment.decisions
        assert (decided.target, decided.action, decided.by, decided.on) == (
            "paragraph 3",
            "release",
            "I. Birk",
            date(2026, 3, 2),
        )
        assert decided.is_in_force and decided.authority == "Director, Office of Harbors"
    assert harbor.assess().decided(text).decisions == harbor.assess(decisions=text).decisions
    assert "harbor master" in harbor.release("U", "2026-03-02", decisions=[DECISION]).text


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"target": "paragraph 9"}, "no-portion"),
        ({"authority": ""}, "no-authority"),
        ({"by": " "}, "unsigned"),
        ({"action": "exemption B5", "target": "paragraph 1"}, "nothing-withheld"),
        ({"on": "soon"}, "no-decision"),
        ({"action": "open the kestrel"}, "no-decision"),
        ({"authorty": "x"}, "no-decision"),
        ({"note": {"kestrel": ["kestrel"]}}, "no-decision"),
        ({"by": 7}, "no-decision"),
    ],
)
def test_a_decision_that_cannot_be_carried_out_is_an_error(
    harbor: tearline.Document, change: dict[str, object], code: str
) -> None:
    with pytest.raises(tearline.DecisionError) as error:
        harbor.assess(decisions=[DECISION | {"target": "subject", "action": "withhold"}, DECISION | change])
    assert error.value.code == code
    assert str(error.value).startswith("decision 2")
    assert CANARY not in str(error.value) + repr(error.value)


@pytest.mark.parametrize("wrong", ["", "{}", "[1]", "[", [object], [3], 3, {"target": "paragraph 1"}])
def test_what_is_no_list_of_decisions_is_an_error(harbor: tearline.Document, wrong: object) -> None:
    with pytest.raises(tearline.DecisionError):
        harbor.assess(decisions=wrong)  # type: ignore[arg-type]


def test_the_record_is_json(harbor: tearline.Document) -> None:
    record = json.loads(harbor.assess().record("U", "2010-01-01"))
    assert record["as_of"] == "2010-01-01"
    assert CANARY not in json.dumps(record)


def test_an_output_is_checked_against_what_is_withheld(harbor: tearline.Document) -> None:
    assessment = harbor.assess()
    assessment.check("U", "2010-01-01", assessment.release("U", "2010-01-01").text)
    with pytest.raises(tearline.LeakError) as error:
        assessment.check("U", "2010-01-01", "So the lease of the kestrel pier will not be renewed, they say.")
    assert error.value.code == "withheld-text" and "paragraph 2" in str(error.value)
    assert CANARY not in repr(error.value)


def review_of(text: str, *decisions: dict[str, object], **document: object) -> str:
    source = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    return json.dumps({"version": 1, "source": source, "document": document, "decision": list(decisions)})


WORDS: dict[str, object] = {
    "target": "paragraph 1",
    "words": {"exact": "Ilse Marren"},
    "action": "withhold B6",
    "by": "I. Birk",
    "on": "2026-03-02",
}
MARREN = "UNCLAS STATE 1\n\n1. (U) He met Ilse Marren.\n\n2. (U) She left.\n"


def test_a_review_is_carried_out_and_kept() -> None:
    document = tearline.Document.parse(MARREN)
    reviewed = document.reviewed(review_of(MARREN, WORDS))
    for assessment in (reviewed, pickle.loads(pickle.dumps(reviewed))):
        text = assessment.release("U", "2026-03-02").text
        assert "He met [excised: controlled]." in text and "Marren" not in text and "She left." in text
    wrong = WORDS | {"words": {"exact": "Edda Quill"}}
    failed = document.reviewed(review_of(MARREN, wrong))
    assert "decision-not-carried-out" in [finding.code for finding in failed.findings]
    assert "He met" not in failed.release("U", "2026-03-02").text


def test_a_review_that_is_not_of_the_document_is_an_error() -> None:
    document = tearline.Document.parse(MARREN)
    for review, code in [
        (review_of(MARREN + " ", WORDS), "other-text"),
        (review_of(MARREN, WORDS | {"harms": "Marren"}), "no-review"),
        (review_of(MARREN, WORDS | {"state": "Marren"}), "no-review"),
        ("[]", "no-review"),
    ]:
        with pytest.raises(tearline.ReviewError) as error:
            document.reviewed(review)
        assert error.value.code == code
        assert "Marren" not in str(error.value)
    other = review_of(MARREN + " ", WORDS)
    assert "Marren" not in document.reviewed(other, digest=json.loads(other)["source"]).release("U", "2026-03-02").text


def test_a_second_person_is_asked_for() -> None:
    text = "CONFIDENTIAL STATE 1\n\n1. (C) Two.\n"
    document = tearline.Document.parse(text)
    declassified = {"on": "2012-03-01", "authority": "Director, Office of Harbors"}
    one = review_of(text, reviewer="I. Birk", declassified=declassified)
    two = review_of(text, reviewer="I. Birk", declassified=declassified, confirmed_by="B. Alder", confirmed_on="2026-03-02")
    for review, second_person, released in [(one, False, True), (one, True, False), (two, True, True)]:
        release = document.reviewed(review, second_person=second_person).release("U", "2026-03-02")
        assert ("Two." in release.text) is released, (second_person, released)
