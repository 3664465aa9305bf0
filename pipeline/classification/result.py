"""What classification says of an article."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.article import OTHER, ArticleType, TypeScore


@dataclass(frozen=True, slots=True)
class Classification:
    """The article's types."""

    type: ArticleType = OTHER
    """The one type that headline and lead are about."""
    types: list[TypeScore] = field(default_factory=list)
    """Every type that is a real part of the article, best first; empty for `other` alone."""

    def names(self) -> frozenset[ArticleType]:
        """The names of all types."""
        return frozenset(score.name for score in self.types)
