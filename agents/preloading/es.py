"""Spanish."""

from agents.preloading import load

load("es")
