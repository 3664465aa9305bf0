"""The fuzz of `fuzz_pages`, guided by coverage: inputs that reach new lines of the pipeline are mutated further.

    pip install atheris
    python tools/fuzz_guided.py CORPUS/ -max_total_time=3600 [-rss_limit_mb=2048 …]

The options are libFuzzer's; `CORPUS/` keeps the inputs that reached something new and may start out empty.
A broken promise ends the run; libFuzzer writes the input to `crash-…` or `timeout-…` in the working folder.
"""

from __future__ import annotations

import random
import sys
import zlib
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # run as a script from a checkout

with atheris.instrument_imports(include=["pipeline"]):
    from tools.fuzz_pages import addressed, mutated, outcome_of, seed_pages

TIME_LIMIT = 30.0
"""Seconds of CPU; instrumented code takes several times as long. A page that hangs is libFuzzer's to report."""
SEEDS = seed_pages([])


class BrokenPromiseError(Exception):
    """A page ended in an error of ours, or too late."""


def one_page(data: bytes) -> None:
    """Sends one page through the pipeline; address and declarations hang on the bytes alone."""
    outcome, trace = outcome_of(addressed(random.Random(zlib.crc32(data)), data), TIME_LIMIT)
    if trace:
        raise BrokenPromiseError(f"{outcome}\n{trace}")


def one_mutation(data: bytes, max_size: int, seed: int) -> bytes:
    """Half of the time markup-wise as `fuzz_pages` does, half of the time libFuzzer's own way."""
    chance = random.Random(seed)
    if not data or chance.random() < 0.02:
        return chance.choice(SEEDS)[:max_size]
    if chance.random() < 0.5:
        return mutated(chance, data, SEEDS)[:max_size]
    return bytes(atheris.Mutate(data, max_size))


def main() -> None:
    """Runs until libFuzzer's limits end it."""
    atheris.Setup([sys.argv[0], "-max_len=60000", "-timeout=60", *sys.argv[1:]], one_page, custom_mutator=one_mutation)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
