from __future__ import annotations

from pathlib import Path

import pytest
import tearline

ROOT = Path(__file__).resolve().parents[3]

HARBOR = """\
P 141530Z MAR 06
FM AMEMBASSY PORT VESTA
C O N F I D E N T I A L PORT VESTA 000212

E.O. 12958: DECL: 03/14/2016
SUBJECT: (U) HARBOR TALKS

1. (U) The talks resume in April.

2. (C) The lease of the kestrel pier will not be renewed.

3. (SBU) The kestrel harbor master complains.
"""

CANARY = "kestrel"
"""Stands in every portion that is withheld from the public in 2010, and in no other."""


@pytest.fixture
def harbor() -> tearline.Document:
    return tearline.Document.parse(HARBOR)


@pytest.fixture(scope="session")
def cable() -> str:
    return (ROOT / "examples/data/cable.txt").read_text()
