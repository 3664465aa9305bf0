"""Italian."""

from agents.preloading import load

load("it")
