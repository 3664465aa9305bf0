"""Reads `facts.figures` out of a document: how many, of whom, in which period, up or down how much."""

from pipeline.facts.figures.ranking.possible_figures import possible_figures
from pipeline.facts.figures.read import read_figures

__all__ = ["possible_figures", "read_figures"]
