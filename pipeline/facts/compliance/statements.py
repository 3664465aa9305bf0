"""The statements of a page, sentence by sentence, each with a look at the one before."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.compliance.bodies import same_body
from pipeline.facts.compliance.gram_statements import GramStatements
from pipeline.facts.compliance.ledger import Ledger
from pipeline.facts.compliance.protagonists import Protagonists
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.scope import is_elsewhere
from pipeline.facts.compliance.statement import Statement, agree, take_over
from pipeline.facts.compliance.word_statements import WordStatements


def read_statements(readings: Sequence[Reading], page: Protagonists) -> list[Statement]:
    """The statements in the order of the text."""
    ledger = Ledger(readings, page)
    grams, words = GramStatements(ledger), WordStatements(ledger)
    for number, reading in enumerate(readings):
        if is_elsewhere(reading):
            continue
        grams.read(number)
        words.read(number)
        grams.read_limits(number)
    _join_neighbours(ledger)
    return ledger.found


def _join_neighbours(ledger: Ledger) -> None:
    """Makes one statement of what two sentences in a row say of a body, where the second only refers to it."""
    for later in [one for one in ledger.found if one.carried and len(one.window) == 1]:
        number = min(later.window)
        before = [
            one
            for one in ledger.found
            if one is not later
            and one.window <= {number - 1, number}
            and min(one.window) == number - 1
            and same_body(one.body, later.body)
            and one.body.part == later.body.part
            and ledger.same_paragraph(number - 1, number)
        ]
        if len(before) == 1 and agree(before[0], later):
            take_over(before[0], later)
            ledger.found.remove(later)
