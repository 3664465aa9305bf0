"""The web server: who may look, what is answered, what the headers forbid."""

from __future__ import annotations

from types import SimpleNamespace

import orjson
import pytest
from aiohttp import CookieJar
from aiohttp.test_utils import TestClient, TestServer

from agents.console.access import is_loopback
from agents.console.feed import ARTICLES_KEPT, ConsoleFeed
from agents.console.server import WebServer
from agents.console.state import article_of, state_of
from agents.settings import load_settings
from agents.topics import declare_topics


class Monitor:
    def __init__(self) -> None:
        self.ready = True
        self.health = SimpleNamespace(problem=lambda: self.trouble)
        self.trouble = None
        self.metrics = SimpleNamespace(text=lambda: b"# metrics\n")

    def refresh(self) -> None:
        pass


@pytest.fixture
def monitor():
    return Monitor()


@pytest.fixture
async def client_for(monitor, monkeypatch):
    started = []

    async def make(**given):
        settings = load_settings(broker="127.0.0.1:1", **given)
        server = WebServer(settings, declare_topics(settings), monitor)
        monkeypatch.setattr(server.feed, "ask", lambda: None)
        client = TestClient(TestServer(server.app), cookie_jar=CookieJar(unsafe=True))
        await client.start_server()
        started.append(client)
        return client

    yield make
    for client in started:
        await client.close()


async def test_the_probes_say_what_is(client_for, monitor):
    client = await client_for()
    assert (await client.get("/healthz")).status == 200
    assert (await client.get("/readyz")).status == 200
    monitor.trouble, monitor.ready = "8 pages in flight, none finished for 130 s", False
    answer = await client.get("/healthz")
    assert answer.status == 503
    assert (await answer.json())["problem"] == monitor.trouble
    assert (await client.get("/readyz")).status == 503
    state = await (await client.get("/console/state.json")).json()
    assert not state["well"]
    assert any("none finished" in one for one in state["problems"])


async def test_every_answer_forbids_what_a_page_could_misuse(client_for):
    client = await client_for()
    for path in ("/", "/console/app.js", "/console/state.json", "/metrics"):
        answer = await client.get(path)
        assert answer.status == 200
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    page = await (await client.get("/")).text()
    assert "<style" not in page
    assert " style=" not in page
    assert "innerHTML" not in await (await client.get("/console/app.js")).text()


async def test_it_is_read_only(client_for):
    client = await client_for()
    for path in ("/", "/console/state.json", "/metrics"):
        assert (await client.post(path)).status == 405


async def test_on_loopback_it_answers_to_its_own_name_alone(client_for):
    client = await client_for()
    assert (await client.get("/console/state.json", headers={"Host": "attacker.example:6066"})).status == 403
    assert (await client.get("/console/state.json", headers={"Host": "localhost:6066"})).status == 200
    assert (await client.get("/console/state.json", headers={"Host": "[::1]:6066"})).status == 200


@pytest.mark.parametrize("token", [None, ""])
async def test_beyond_loopback_it_is_closed_without_a_token(client_for, token):
    client = await client_for(web_host="0.0.0.0", console_token=token)
    assert (await client.get("/?token=")).status == 403
    assert (await client.get("/console/state.json")).status == 403
    assert (await client.get("/healthz")).status == 200
    assert (await client.get("/metrics")).status == 200


async def test_the_token_opens_it_and_goes_into_a_cookie(client_for):
    client = await client_for(web_host="0.0.0.0", console_token="s3cret")
    assert (await client.get("/console/state.json")).status == 401
    assert (await client.get("/?token=wrong", allow_redirects=False)).status == 401
    assert (await client.get("/console/state.json", headers={"Authorization": "Bearer s3cret"})).status == 200
    opened = await client.get("/?token=s3cret", allow_redirects=False)
    assert (opened.status, opened.headers["Location"]) == (303, "/")
    cookie = opened.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert (await client.get("/console/state.json")).status == 200


async def test_an_article_that_is_not_kept_is_said_to_be(client_for):
    client = await client_for()
    assert (await client.get("/console/article.json?id=x")).status == 404


@pytest.mark.parametrize(("host", "expected"), [("127.0.0.1", True), ("::1", True), ("localhost", True)])
def test_loopback(host, expected):
    assert is_loopback(host) is expected


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "worker", "localhost.example", ""])
def test_no_loopback(host):
    assert not is_loopback(host)


def article(number: int) -> dict:
    return {
        "id": str(number),
        "headline": "x",
        "text": "y" * 60_000,
        "url": None,
        "host": None,
        "language": "fr",
        "published": None,
        "type": "other",
        "types": [],
        "backfill": False,
        "facts": {"moves": [], "figures": [{}], "compliance": []},
        "provenance": {"processed": f"2024-01-01T00:00:00.{number:03}Z"},
    }


def test_the_feed_keeps_a_bounded_number_of_articles_and_sends_no_texts_with_the_state():

    settings = load_settings(broker="127.0.0.1:1")
    topics = declare_topics(settings)
    feed = ConsoleFeed(settings, topics)
    for number in range(ARTICLES_KEPT + 50):
        feed._take(SimpleNamespace(topic=topics.articles.name, value=orjson.dumps(article(number))))
    assert len(feed.articles) == ARTICLES_KEPT
    state = state_of(feed, None, True, "1")
    assert state["well"]
    assert len(orjson.dumps(state)) < 100_000
    assert state["articles"][0]["id"] == str(ARTICLES_KEPT + 49)
    assert state["articles"][0]["facts"] == 1
    assert len(article_of(feed, "169")["text"]) == 50_000
    assert article_of(feed, "0") is None
