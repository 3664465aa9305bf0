"""French."""

from agents.preloading import load

load("fr")
