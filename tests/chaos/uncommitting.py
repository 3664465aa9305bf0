"""A worker whose client has stopped committing, as Faust's does after a recovery that left a gap."""

from __future__ import annotations

from agents import transport
from agents.app import create_app
from agents.cli.worker import run_worker
from agents.settings import load_settings


async def commit_nothing(self, topics=None, start_new_transaction=True):
    """Says that there was nothing to commit."""
    return False


if __name__ == "__main__":
    transport.Consumer.commit = commit_nothing
    settings = load_settings()
    run_worker(create_app(settings), settings)
