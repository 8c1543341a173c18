"""Releases a document: the text on standard output, what is wrong with the document on standard error."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

import tearline


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("document", type=Path)
    arguments.add_argument("--clearance", default="U", help="for whom: U, SBU, C, S, TS, all, or a list of keys")
    arguments.add_argument("--as-of", default=date.today().isoformat(), help="as of which day, as 2010-01-01")
    given = arguments.parse_args()
    assessment = tearline.Document.parse(given.document.read_text(encoding="utf-8")).assess()
    for finding in assessment.findings:
        print(finding, file=sys.stderr)
    try:
        release = assessment.release(given.clearance, given.as_of)
    except tearline.TearlineError as error:
        print(f"{error.code}: {error}", file=sys.stderr)
        return 1
    sys.stdout.write(release.text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
