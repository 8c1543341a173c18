"""How fast the package is beside the Rust programs and beside Presidio's anonymizer, as ratios in one run.

    pip install ./crates/tearline-python presidio-analyzer presidio-anonymizer pyarrow
    cargo build --release -p tearline-cli
    python crates/tearline-python/bench.py --program target/release/tearline

All work on the same texts, in turns, and the median of the rounds counts. Presidio's anonymizer is told where to cut: it is given the
spans of the portions that the public may not read, so that it neither parses nor decides. Where its analyzer is installed, it also
anonymizes what its patterns find; no model looks for names, which takes many times as long.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow
import tearline

ROOT = Path(__file__).resolve().parents[2]
DAY = "2010-01-01"


def texts(count: int) -> list[str]:
    """The bundled cable, each time with another number in it."""
    cable = (ROOT / "examples/data/cable.txt").read_text()
    return [cable.replace("PORT VESTA", f"PORT VESTA {number}", 1) for number in range(count)]


def withheld(text: str) -> list[tuple[int, int]]:
    """Where what the public may not read stands, in characters."""
    assessment = tearline.Document.parse(text).assess()
    encoded = text.encode()
    spans = []
    for portion, verdict in zip(assessment.portions, assessment.verdicts("U", DAY), strict=True):
        if not verdict.is_release:
            start, end = portion.span
            spans.append((len(encoded[:start].decode()), len(encoded[:end].decode())))
    return spans


def ways(documents: list[str], program: Path | None, folder: Path) -> dict[str, tuple[int, Callable[[], object]]]:
    """By the name of each way: how many documents it releases, and how."""
    column = pyarrow.array(documents)
    few = documents[: max(1, len(documents) // 20)]
    every: dict[str, tuple[int, Callable[[], object]]] = {
        "Document.parse, release, text": (
            len(documents),
            lambda: [tearline.Document.parse(text).release("U", DAY).text for text in documents],
        ),
        "release_column, one thread": (
            len(documents),
            lambda: tearline.release_column(column, "U", DAY, threads=1),
        ),
        "release_column, all cores": (len(documents), lambda: tearline.release_column(column, "U", DAY)),
    }
    if program is not None:
        lines = folder / "documents.jsonl"
        lines.write_text("".join(json.dumps({"path": f"{n}.txt", "text": t}) + "\n" for n, t in enumerate(documents)))
        options = ["--clearance", "U", "--as-of", DAY]

        def corpus() -> None:
            output = folder / f"out-{time.perf_counter_ns()}.jsonl"
            command: list[str | Path] = [program, "corpus", lines, "--output", output, "--allow", "errors", *options]
            subprocess.run(command, check=True, capture_output=True)

        def each() -> None:
            for text in few:
                subprocess.run([program, "release", "-", *options], input=text.encode(), check=True, capture_output=True)

        every["program, `tearline corpus`, all cores"] = (len(documents), corpus)
        every["program, `tearline release` for each"] = (len(few), each)
    try:
        from presidio_anonymizer import AnonymizerEngine
        from presidio_anonymizer.entities import RecognizerResult
    except ImportError:
        return every
    engine = AnonymizerEngine()
    spans = [[RecognizerResult("WITHHELD", start, end, 1.0) for start, end in withheld(text)] for text in documents]

    def anonymize() -> None:
        for text, given in zip(documents, spans, strict=True):
            engine.anonymize(text, given)

    every["presidio-anonymizer, told where to cut"] = (len(documents), anonymize)
    try:
        import spacy
        from presidio_analyzer import AnalyzerEngine
        from presidio_analyzer.nlp_engine import SpacyNlpEngine
    except ImportError:
        return every
    tokens = SpacyNlpEngine()
    tokens.nlp = {"en": spacy.blank("en")}
    analyzer = AnalyzerEngine(nlp_engine=tokens)
    analyzer.analyze(documents[0], "en")

    def find() -> None:
        for text in few:
            engine.anonymize(text, analyzer.analyze(text, "en"))

    every["presidio, what its patterns find"] = (len(few), find)
    return every


def on_processors() -> float:
    """How long this process and what it has called have been on processors, in seconds."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--program", type=Path, help="the program `tearline`, built with --release")
    arguments.add_argument("--documents", type=int, default=2000)
    arguments.add_argument("--rounds", type=int, default=7)
    given = arguments.parse_args()
    documents = texts(given.documents)
    with tempfile.TemporaryDirectory() as folder:
        every = ways(documents, given.program and given.program.resolve(), Path(folder))
        took: dict[str, list[float]] = {name: [] for name in every}
        worked: dict[str, list[float]] = {name: [] for name in every}
        for _ in range(given.rounds):
            for name, (count, way) in every.items():
                started, before = time.perf_counter(), on_processors()
                way()
                took[name].append((time.perf_counter() - started) / count)
                worked[name].append((on_processors() - before) / count)
    size = len(documents[0].encode())
    print(f"{given.documents} documents of {size} bytes, median of {given.rounds} rounds; speed beside the first line:")
    print("by the clock, by time on processors, µs on processors a document")
    first = next(iter(every))
    for name in every:
        clock, work = statistics.median(took[name]), statistics.median(worked[name])
        ratios = statistics.median(took[first]) / clock, statistics.median(worked[first]) / work
        print(f"{ratios[0]:8.3f}  {ratios[1]:8.3f}  {work * 1e6:10.1f}  {name}")


if __name__ == "__main__":
    main()
