"""Marks and readers by themselves. Expected values are those of README and of the register (CAPCO 2016)."""

from __future__ import annotations

import pytest
import tearline
from tearline import Marking, Reader


def test_a_mark_has_one_canonical_form() -> None:
    mark = Marking("S//NF/OC")
    assert (str(mark), mark.level, mark.banner) == ("S//OC/NF", "S", "SECRET//ORCON/NOFORN")
    assert mark == Marking("S//OC/NF") and hash(mark) == hash(Marking("S//OC/NF")) and mark != Marking("S//NF")
    assert Marking.banner_line("SECRET//NOFORN") == Marking("S//NF")
    assert mark.dominates(Marking("C//NF")) and not Marking("C//NF").dominates(mark)


def test_what_is_no_mark_is_an_error_with_a_code() -> None:
    with pytest.raises(tearline.MarkingError) as error:
        Marking("S//NOFRN")
    assert error.value.code == "no-mark" and "did you mean `NOFORN`?" in str(error.value)
    with pytest.raises(ValueError) as broken:
        Marking("S//NF/REL TO USA, GBR")
    assert isinstance(broken.value, tearline.TearlineError) and broken.value.code != "no-mark"


def test_the_banner_is_the_roll_up() -> None:
    assert tearline.rollup(["S//NF", "U//FOUO", Marking("S//REL TO USA, JPN")], "2010-01-01").banner == "SECRET//NOFORN"
    listed = tearline.rollup(["S//REL", "U"], "2010-01-01", banner="SECRET//REL TO USA, FVEY")
    assert listed.banner == "SECRET//REL TO USA, FVEY"
    with pytest.raises(tearline.MarkingError):
        tearline.rollup(["S", "the pier"], "2010-01-01")


def test_who_reads_what() -> None:
    assert tearline.reads("S//REL TO USA, FVEY", "clearance=S citizen=NZL") == "permit"
    assert tearline.reads("(S//NF)", "clearance=S citizen=NZL") == "deny"
    reader = Reader("clearance=S citizen=NZL")
    assert reader.reads(Marking("S//NF")) == "deny" and reader.lacks("S//NF") and not reader.lacks("C//REL TO USA, FVEY")
    assert Reader.public() == Reader("U") and hash(Reader.public()) == hash(Reader("U"))
    assert Reader.originator().is_originator and Reader("all") == Reader.originator() != Reader("TS")


def test_what_is_no_reader_is_an_error() -> None:
    with pytest.raises(tearline.ReaderError) as error:
        Reader("public")
    assert error.value.code == "no-reader"
    with pytest.raises(TypeError):
        tearline.reads("S", 7)  # type: ignore[arg-type]
