"""A move as one window of the text tells it, before the windows of the article are put together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.article import MoveEvent


@dataclass(frozen=True, slots=True)
class Draft:
    """One telling of a move."""

    person: str
    event: MoveEvent
    frame: str
    """The kind of phrase it was read from."""
    sentences: frozenset[int]
    """Numbers of the sentences of its window; 0 is the headline."""
    role: str | None = None
    employer: str | None = None
    employer_stated: bool = False
    """Whether the window itself names the organization for this move."""
    date: str | None = None
    predecessor: str | None = None
    support: frozenset[int] = frozenset()
    """Numbers of sentences outside the window that name the organization."""
    additional: bool = False
    """Whether the text says that this post comes on top of another told before."""
    interim: str | None = None
    """The words that say it is for a time only."""
    field: str | None = None
    """The field of work that the text says is led or handed over, which is the position where none is named."""
    linked: bool = False
    """Whether a pronoun or no word at all stands for the person."""
    certainty: float = 1.0
    """How sure the reading of the person and the event is."""

    def with_(self, **changes: object) -> Draft:
        """The same with other fields."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def told(self) -> int:
        """How many of the fields this window tells."""
        return sum(value is not None for value in (self.role, self.employer, self.date, self.predecessor))
