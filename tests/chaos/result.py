"""What a scenario showed: how many pages were lost or done twice, and what the audit says."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass

from agents.audit import audit
from agents.settings import Settings
from tests.kafka.line import Published


@dataclass(frozen=True, slots=True)
class ChaosResult:
    """One run of one scenario on one broker."""

    scenario: str
    broker: str
    pages: int
    events: int
    """Kills, stops and the like."""
    lost: int
    """Pages without an outcome."""
    outcomes_doubled: int
    """Outcomes beyond the first of a page."""
    articles_doubled: int
    """Articles beyond the first of an id and version."""
    dead_letters: int
    audit: str
    """`adds up`, or what does not."""
    note: str = ""
    """What was seen besides."""

    @property
    def proven(self) -> bool:
        """Whether every page has its outcome, and the audit finds nothing that does not add up."""
        return self.lost == 0 and self.audit == "adds up"

    def __str__(self) -> str:
        return (
            f"{self.broker}, {self.scenario}: {self.pages} pages, {self.events} events: {self.lost} lost, "
            f"{self.outcomes_doubled} outcomes and {self.articles_doubled} articles doubled, "
            f"{self.dead_letters} dead letters, audit: {self.audit}" + (f"; {self.note}" if self.note else "")
        )


def result_of(
    scenario: str, broker: str, pages: int, events: int, published: Published, settings: Settings, note: str = ""
) -> ChaosResult:
    """The counts, from what the line published. The workers must have ended: the audit counts what they committed."""
    found = asyncio.run(audit(settings))
    versions = Counter((article["id"], article["version"]) for article in published.articles)
    if found.adds_up and found.consumed == pages:
        verdict = "adds up"
    elif found.adds_up:
        verdict = f"only {found.consumed} consumed"
    else:
        verdict = "; ".join(f"{len(places)} {kind}" for kind, places in found.differences.items())
    return ChaosResult(
        scenario=scenario,
        broker=broker,
        pages=pages,
        events=events,
        lost=pages - len(published.pages),
        outcomes_doubled=len(published.outcomes) - len(published.pages),
        articles_doubled=sum(versions.values()) - len(versions),
        dead_letters=len(published.dead_letters),
        audit=verdict,
        note=note,
    )
