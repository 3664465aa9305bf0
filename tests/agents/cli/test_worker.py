"""A worker waits for topics that are missing, and says which."""

from __future__ import annotations

import pytest

from agents.administration import BrokerError, MissingTopicsError
from agents.cli import worker
from agents.settings import load_settings


class Broker:
    """Answers as the test says, the last for ever."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = 0

    async def __call__(self, settings):
        self.asked += 1
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if answer is not None:
            raise answer


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(worker, "FIRST_WAIT_SECONDS", 0.001)


async def test_it_goes_on_when_they_are_there(monkeypatch, capsys):
    broker = Broker(MissingTopicsError("no topics news.articles"), MissingTopicsError("no topics news.alerts"), None)
    monkeypatch.setattr(worker, "require_topics", broker)
    await worker.wait_for_topics(load_settings())
    assert broker.asked == 3
    said = capsys.readouterr().err
    assert "waiting: no topics news.articles" in said
    assert "waiting: no topics news.alerts" in said


async def test_topics_that_do_not_fit_are_nothing_to_wait_for(monkeypatch):
    broker = Broker(BrokerError("news.outcomes has 2 partitions, news.raw has 8"))
    monkeypatch.setattr(worker, "require_topics", broker)
    with pytest.raises(BrokerError, match="2 partitions"):
        await worker.wait_for_topics(load_settings())
    assert broker.asked == 1
