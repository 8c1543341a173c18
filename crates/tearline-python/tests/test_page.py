"""The page of the documentation, the docstring of the package and README show what happens, and the wheel is what they say."""

from __future__ import annotations

import doctest
import re
from importlib.metadata import distribution
from pathlib import Path

import pytest
import tearline
from conftest import ROOT

PAGES = {
    "tour": Path(__file__).parents[1] / "docs/tour.md",
    "README": ROOT / "README.md",
}


@pytest.mark.parametrize("page", PAGES)
def test_every_session_of_a_page_shows_what_happens(page: str) -> None:
    sessions = re.findall(r"```python\n(.*?)```", PAGES[page].read_text(), re.DOTALL)
    assert sessions
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    parser, names = doctest.DocTestParser(), {"__name__": page}
    for session in sessions:
        example = parser.get_doctest(session, names, page, None, None)
        assert example.examples
        report: list[str] = []
        failed = runner.run(example, clear_globs=False, out=report.append).failed
        assert not failed, "".join(report)
        names = example.globs


def test_the_docstring_of_the_package_shows_what_happens() -> None:
    assert doctest.testmod(tearline).failed == 0


def test_whatever_is_public_says_what_it_is() -> None:
    for name in tearline.__all__:
        value = getattr(tearline, name)
        assert name == "__version__" or value.__doc__, name
        for member in vars(value) if isinstance(value, type) else ():
            if not member.startswith("_") and callable(getattr(value, member)):
                assert getattr(value, member).__doc__, f"{name}.{member}"


def test_the_wheel_is_for_every_python_from_3_10_on() -> None:
    wheel = distribution("tearline").read_text("WHEEL")
    assert wheel is not None and re.search(r"^Tag: cp310-abi3-", wheel, re.MULTILINE)
