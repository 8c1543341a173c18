"""Classification-aware redaction of portion-marked documents.

From a document, a reader and a date to a release in which nothing withheld exists:

>>> import tearline
>>> cable = tearline.Document.parse('''CONFIDENTIAL STATE 1
...
... 1. (U) The talks resume in April.
...
... 2. (C) The lease will not be renewed.
... ''')
>>> release = cable.release("U", "2010-01-01")
>>> release.disposition
'released-in-part'
>>> [portion.bases for portion in release.portions if not portion.is_release]
[('classified',)]
"""

from tearline._errors import (
    ChoiceError,
    ColumnError,
    DayError,
    DecisionError,
    FormatError,
    KnownError,
    LeakError,
    MarkingError,
    ReaderError,
    ReviewError,
    StateError,
    TearlineError,
    TextError,
)
from tearline._tearline import (
    Assessment,
    Columns,
    Document,
    Marking,
    Reader,
    Release,
    __version__,
    reads,
    release_column,
    rollup,
)
from tearline._values import (
    Change,
    Day,
    Decided,
    Finding,
    Opening,
    Part,
    Policy,
    Portion,
    ReadingRule,
    ReleasedPortion,
    Style,
    Verdict,
    Why,
)

__all__ = [
    "Assessment",
    "Change",
    "ChoiceError",
    "ColumnError",
    "Columns",
    "Day",
    "DayError",
    "Decided",
    "DecisionError",
    "Document",
    "Finding",
    "FormatError",
    "KnownError",
    "LeakError",
    "Marking",
    "MarkingError",
    "Opening",
    "Part",
    "Policy",
    "Portion",
    "Reader",
    "ReaderError",
    "ReviewError",
    "ReadingRule",
    "Release",
    "ReleasedPortion",
    "StateError",
    "Style",
    "TearlineError",
    "TextError",
    "Verdict",
    "Why",
    "__version__",
    "reads",
    "release_column",
    "rollup",
]
