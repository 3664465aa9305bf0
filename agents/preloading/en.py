"""English."""

from agents.preloading import load

load("en")
