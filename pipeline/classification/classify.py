"""The classifier: from a document to its types."""

from __future__ import annotations

from pipeline.classification.result import Classification
from pipeline.document import Document


def classify(document: Document) -> Classification:
    """Every type that is a real part of the article, each with its probability and evidence."""
    return Classification()
