"""What goes wrong, each with a code that keeps its meaning. No message holds text of a document."""


class TearlineError(Exception):
    """Of every error of this package: ``str()`` says what is wrong and what to do, ``code`` names it for a program."""

    code: str

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message, code)
        self.code = code

    def __str__(self) -> str:
        return str(self.args[0])


class ChoiceError(TearlineError, ValueError):
    """A choice that is none: of a policy, a style, a format, a part."""


class ColumnError(TearlineError, TypeError):
    """What was given holds no column of texts, readers or days. A single bad row is no error: it is a null with its reason."""


class DayError(TearlineError, ValueError):
    """No day. A moment is none either: of which day it is depends on a time zone."""


class DecisionError(TearlineError, ValueError):
    """A decision that cannot be read or carried out; nothing of the list that holds it is."""


class FormatError(TearlineError):
    """A release that cannot be written in a format."""


class KnownError(TearlineError, ValueError):
    """A text that states no fact."""


class LeakError(TearlineError):
    """The second check has found text of what is withheld, and nothing is handed out. It names portions, never text."""


class MarkingError(TearlineError, ValueError):
    """A text that is no mark, or breaks a rule of the register; ``code`` names the rule where there is one."""


class ReaderError(TearlineError, ValueError):
    """A text that names no reader."""


class ReviewError(TearlineError, ValueError):
    """A review that cannot be read, or is one of another text."""


class StateError(TearlineError, ValueError):
    """A pickle that cannot be read again."""


class TextError(TearlineError, ValueError):
    """A text that cannot be written as UTF-8."""
