"""The closed list of what can become of a consumed page, and the errors that say so."""

from __future__ import annotations

from enum import Enum


class OutcomeName(str, Enum):
    """Exactly one for each consumed raw message."""

    ENRICHED = "enriched"
    OTHER = "other"
    DUPLICATE = "duplicate"
    NOT_HTML = "not-html"
    TOO_LARGE = "too-large"
    UNDECODABLE = "undecodable"
    NO_TEXT = "no-text"
    NOT_ARTICLE = "not-article"
    TIMED_OUT = "timed-out"
    CRASHED = "crashed"
    INVALID = "invalid"
    FAILED = "failed"


PUBLISHED = frozenset({OutcomeName.ENRICHED, OutcomeName.OTHER})
"""Outcomes with an Article on the articles topic."""

DROPPED = frozenset({OutcomeName.DUPLICATE, OutcomeName.NOT_HTML, OutcomeName.NO_TEXT, OutcomeName.NOT_ARTICLE})
"""Outcomes that are the end of the page: nothing went wrong, there is no article."""

DEAD_LETTERED = frozenset(OutcomeName) - PUBLISHED - DROPPED
"""Outcomes whose raw message goes to the dead letters."""


class PageRejectedError(Exception):
    """The page is not, or cannot be made, an article. Carries its outcome and a reason a person can act on."""

    outcome: OutcomeName

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotHtmlError(PageRejectedError):
    """The bytes are of something else: a PDF, an image, a feed, JSON."""

    outcome = OutcomeName.NOT_HTML


class TooLargeError(PageRejectedError):
    """The page is over a limit of size: bytes, unpacked bytes, elements."""

    outcome = OutcomeName.TOO_LARGE


class UndecodableError(PageRejectedError):
    """No encoding reads the bytes without damage, or they cannot be unpacked."""

    outcome = OutcomeName.UNDECODABLE


class NoTextError(PageRejectedError):
    """An HTML page without running text of its own."""

    outcome = OutcomeName.NO_TEXT


class NotArticleError(PageRejectedError):
    """A page of another kind: home page, listing, consent wall, soft 404."""

    outcome = OutcomeName.NOT_ARTICLE
