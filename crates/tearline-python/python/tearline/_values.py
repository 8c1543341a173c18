"""The values of the package. Each is frozen, compares by what it holds, and can be pickled; none shows text of a document
in its ``repr``."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from typing import Literal

Severity = Literal["note", "warning", "error"]
PortionKind = Literal["header", "subject", "heading", "paragraph", "subparagraph", "block"]
Basis = Literal["classified", "sensitive", "controlled", "unresolved"]


@dataclass(frozen=True, slots=True)
class Policy:
    """How a document is read where its marks leave a choice. The default is the reading that the documentation states."""

    unmarked: Literal["inherit", "withhold"] = "inherit"
    """What becomes of a block without a mark: it inherits a rating, or is withheld from all but the originator."""
    compilation: Literal["binds", "portions-stand-alone"] = "binds"
    """What a level above every portion means (32 CFR 2001.24(g))."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a release tells of what it withholds, beside its place and a coarse reason. The release says what it tells."""

    mark: bool = False
    """The mark that a withheld portion states."""
    amount: bool = False
    """How much there is of it, in paragraphs and lines."""
    calendar: bool = False
    """The day on which it opens, or is due for review."""
    exemption: bool = False
    """The exemption and section in the place of the coarse reason (32 CFR 2001.33(h))."""
    sbu_exemption: str | None = None
    """The exemption for what is sensitive but unclassified: a person chooses it. It switches ``exemption`` on."""
    instruction: bool = False
    """How the classification of the document ends."""
    declassification: bool = True
    """That what is released was classified, and by what it was declassified (32 CFR 2001.25)."""
    tear_line: bool = False
    """Nothing at all of what is withheld, not even how many portions. It leaves no place for the others."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document that is built. Use the class methods; a mark is given with or without its parentheses."""

    kind: Literal["field", "subject", "paragraph", "item", "block"]
    text: str = dataclasses.field(repr=False)
    name: str | None = None
    """The name of a field, the number of a paragraph, the letter or number of an item."""
    mark: str | None = dataclasses.field(default=None, repr=False)
    of: int | None = None
    """The paragraph that an item belongs to; by default the last one before it."""
    continues: bool = False

    @classmethod
    def field(cls, name: str, text: str) -> Part:
        """A line of the header without its label: ``from``, ``to``, ``tags``, ``date-time-group`` and others."""
        return cls("field", text, name)

    @classmethod
    def subject(cls, text: str, mark: str | None = None) -> Part:
        """The subject or title."""
        return cls("subject", text, mark=mark)

    @classmethod
    def paragraph(cls, number: int, text: str, mark: str | None = None) -> Part:
        """A paragraph with this number."""
        return cls("paragraph", text, str(number), mark)

    @classmethod
    def item(cls, item: str, text: str, mark: str | None = None, *, of: int | None = None) -> Part:
        """An item of a paragraph: ``a``, ``3``, ``iv``, or ``-`` for a bullet."""
        return cls("item", text, item, mark, of)

    @classmethod
    def block(cls, text: str, mark: str | None = None, *, continues: bool = False) -> Part:
        """Any other block. One that ``continues`` is covered by the mark of the part before it."""
        return cls("block", text, mark=mark, continues=continues)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong at one place: a code and a rule with its source, never text."""

    code: str
    severity: Severity
    line: int
    span: tuple[int, int]
    """Where it stands, in bytes of the text in UTF-8."""
    message: str
    detail: str | None
    """More about it: the token of a mark, the nearest known one."""
    citation: str
    said: str = dataclasses.field(repr=False)
    """All of it in one line, as ``str()`` gives it."""

    def __str__(self) -> str:
        return self.said


@dataclass(frozen=True, slots=True)
class Why:
    """A reason, and where its rule stands."""

    reason: str
    citation: str

    def __str__(self) -> str:
        return f"{self.reason} ({self.citation})"


@dataclass(frozen=True, slots=True)
class ReadingRule:
    """A rule by which a portion was read."""

    number: int
    name: str
    statement: str = dataclasses.field(repr=False)
    citation: str


@dataclass(frozen=True, slots=True)
class Portion:
    """A portion of an assessment: what is released or withheld as a whole."""

    index: int
    name: str
    """Kind and number or field: ``paragraph 2``."""
    target: str
    """How a decision names it, where several have the same name with its place among them: ``heading #2``."""
    kind: PortionKind
    number: str | None
    field: str | None
    label: str
    """What it is rated: ``C``, ``S//NF``, ``unresolved``."""
    provenance: str
    """Where the rating comes from: ``stated``, ``inherited from the paragraph``."""
    rules: tuple[ReadingRule, ...]
    position: tuple[int, int]
    """Line and column, counted from 1."""
    span: tuple[int, int]
    """Where it stands, in bytes of the text in UTF-8."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a portion, for one reader on one day, and why."""

    portion: int
    name: str
    marking: str | None
    """What it is marked with on that day, where it is released."""
    bases: tuple[Basis, ...]
    """The coarse reasons, where it is withheld."""
    reasons: tuple[Why, ...]
    """The reasons in full, for the operator."""
    rated_by: Why
    declassified: Why | None

    @property
    def is_release(self) -> bool:
        """Whether it is released."""
        return self.marking is not None


@dataclass(frozen=True, slots=True)
class Change:
    """What changes for one portion on a day."""

    portion: int
    name: str
    effect: Literal["opens", "lowers"]
    level: str | None
    """The level that it is lowered to, where it was released before."""
    code: str
    why: Why


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which the release changes for a reader."""

    on: date
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """When a portion is open to a reader: always, on a day, never; or no day opens it, and a review is due on one."""

    when: Literal["always", "on", "review", "never"]
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided of a portion."""

    portion: int
    target: str
    action: str
    by: str
    on: date
    authority: str | None
    is_in_force: bool
    """Whether no later decision has taken its place."""
    note: str | None = dataclasses.field(repr=False)


@dataclass(frozen=True, slots=True)
class ReleasedPortion:
    """A portion as a release has it: its text where it is released, and the coarse reasons where it is withheld."""

    kind: PortionKind
    number: str | None
    field: str | None
    marking: str | None
    """What it is marked with, where it is released."""
    bases: tuple[Basis, ...]
    """Why it is withheld, where it is."""
    exemptions: tuple[str, ...]
    mark: str | None
    amount: str | None
    opening: Opening | None
    text: str | None = dataclasses.field(repr=False)
    """``None`` where it is withheld."""

    @property
    def is_release(self) -> bool:
        """Whether it is released."""
        return self.text is not None
