"""What can go wrong with the embedded broker, in words for the person at the terminal."""

from __future__ import annotations


class BrokerStartError(RuntimeError):
    """The embedded broker could not be started; the message says why and what to do."""


class BrokerLostError(RuntimeError):
    """The embedded broker ended by itself; every message it held is gone.

    Whoever sees this stops the workers and ends with a non-zero status. A new broker under living workers
    would accept their messages into topics that nobody can read.
    """

    def __init__(self, *, status: int, last_words: str) -> None:
        self.status = status
        self.last_words = last_words
        said = f" Its last words: {last_words}" if last_words else ""
        super().__init__(
            f"the embedded broker ended ({_how(status)}): all in-memory data is lost. "
            f"Start again, or set ROTATIVE_BROKER to an Apache Kafka that keeps its data.{said}"
        )


def _how(status: int) -> str:
    return f"killed by signal {-status}" if status < 0 else f"status {status}"
