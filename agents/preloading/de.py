"""German."""

from agents.preloading import load

load("de")
