"""The console, looked at through a real Chromium while pages flow."""

from __future__ import annotations

import asyncio
import os
import urllib.request

import pytest

from agents.administration import create_topics
from agents.broker import EmbeddedBroker
from tests.kafka.clients import KafkaUnderTest
from tests.kafka.line import line_settings, produce, running_worker, small_page
from tests.kafka.test_monitoring import address_in, eventually
from tools.headless import NoBrowserError, headless_chromium

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=document.title='owned'><script>document.title='owned'</script>"

APPOINTMENT = """<html lang="fr"><head><title>x</title></head><body><article>
<h1>Camille Verdier nommée directrice commerciale de Renault</h1>
<p>Camille Verdier a été nommée directrice commerciale de Renault à compter du 1er mars 2024.
Le réseau attendait ce nom depuis l'automne. Elle succède à Paul Marchand, qui quitte l'entreprise après dix ans.</p>
<p>Elle sera rattachée au directeur général et aura pour mission de développer le réseau du constructeur
en France, où la marque compte plusieurs centaines de concessionnaires.</p></article></body></html>"""


def hostile_page() -> bytes:
    escaped = HOSTILE.replace("<", "&lt;").replace(">", "&gt;")
    paragraph = f"<p>Un paragraphe assez long pour compter comme texte, avec {escaped} au milieu de la phrase.</p>"
    return f'<html lang="fr"><body><article><h1>{escaped}</h1>{paragraph * 3}</article></body></html>'.encode()


def message(name: str, body: bytes):
    host, _, path = name.partition("/")
    return (host.encode(), body, [("url", f"https://{host}/{path}".encode())])


@pytest.fixture(scope="module")
def chromium():
    try:
        with headless_chromium() as browser:
            yield browser
    except NoBrowserError as error:
        if os.environ.get("ROTATIVE_REQUIRE_BROWSER") == "1":
            pytest.fail(f"ROTATIVE_REQUIRE_BROWSER=1, but {error}")
        pytest.skip(f"THE CONSOLE WAS NOT TESTED IN A BROWSER: {error}")


@pytest.fixture(scope="module")
def line(tmp_path_factory):
    with EmbeddedBroker(state=tmp_path_factory.mktemp("broker")) as broker:
        kafka = KafkaUnderTest(kind="embedded", bootstrap=broker.address, profile=broker.profile)
        settings = line_settings(kafka, "browser")
        asyncio.run(create_topics(settings))
        log = tmp_path_factory.mktemp("log") / "worker.log"
        watched = {"ROTATIVE_WEB": "1", "ROTATIVE_PORT": "0", "ROTATIVE_METRICS_INTERVAL_SECONDS": "1"}
        with running_worker(settings, log, **watched):
            yield settings, address_in(log)


SENT: list[str] = []
"""Consoles to which the pages have been sent."""


def text(browser, selector: str) -> str:
    return browser.execute_script("return document.querySelector(arguments[0]).innerText", selector)


def headlines(browser) -> list[str]:
    return browser.execute_script("return [...document.querySelectorAll('#articles strong')].map(e => e.textContent)")


def test_pages_arrive_while_it_is_open_and_hostile_ones_stay_text(line, chromium):
    settings, address = line
    chromium.get(address)
    eventually(lambda: text(chromium, "#verdict") == "all is well", 60)
    if not SENT:  # a second try of this test finds what the first one sent
        assert headlines(chromium) == []
    SENT.append(address)
    chromium.execute_script("window.stayed = true")
    pages = [message("presse-1.example/1", small_page(1)), message("presse-2.example/2", APPOINTMENT.encode())]
    too_large = message("gross.example/<b>3</b>", b"<html>" + b"x" * 6_000_000)
    asyncio.run(produce(settings, [*pages, message("mal.example/x", hostile_page()), too_large]))
    eventually(lambda: len(headlines(chromium)) == 3, 60)
    eventually(lambda: "gross.example/<b>3</b>" in text(chromium, "#dead"), 60)
    eventually(lambda: "presse-2.example" in text(chromium, "#sources"), 60)
    assert HOSTILE in headlines(chromium)
    assert chromium.execute_script("return window.stayed")  # it was never loaded again
    assert "owned" not in chromium.title
    assert chromium.execute_script("return document.querySelectorAll('main img, main script').length") == 0
    bars = "return document.querySelectorAll('#flow rect').length"
    eventually(lambda: chromium.execute_script(bars) > 0, 60)  # drawn with the next report of the line


def test_a_filter_and_an_opened_article(line, chromium):
    eventually(lambda: len(headlines(chromium)) == 3)
    search = chromium.find_element("id", "search")
    search.send_keys("camille")
    assert headlines(chromium) == ["Camille Verdier nommée directrice commerciale de Renault"]
    chromium.find_element("css selector", "#articles button").click()
    eventually(lambda: chromium.execute_script("return document.getElementById('article').open"))
    assert "appointment" in text(chromium, "#reading")
    marks = chromium.execute_script("return [...document.querySelectorAll('#reading mark')].map(e => e.textContent)")
    assert any("nommée" in mark for mark in marks)
    assert "person: Camille Verdier" in text(chromium, "#reading table")
    chromium.find_element("css selector", "#reading tbody tr:nth-child(2) button").click()
    chosen = "return [...document.querySelectorAll('#reading mark.chosen')].map(e => e.textContent).join('')"
    assert "Camille Verdier a été nommée" in chromium.execute_script(chosen)
    completing = chosen.replace("mark.chosen", "mark.completing")
    assert "Elle succède à Paul Marchand" in chromium.execute_script(completing)
    chromium.find_element("id", "close").click()
    search.clear()
    search.send_keys("mal.example")
    eventually(lambda: headlines(chromium) == [HOSTILE])
    chromium.find_element("css selector", "#articles button").click()
    eventually(lambda: HOSTILE in text(chromium, "#reading"))
    assert "owned" not in chromium.title
    chromium.find_element("id", "close").click()
    search.clear()
    chromium.find_element("css selector", "#type option[value=appointment]").click()
    eventually(lambda: len(headlines(chromium)) == 1)


def test_no_script_of_a_page_runs_and_nothing_is_asked_from_elsewhere(line, chromium):
    _, address = line
    with urllib.request.urlopen(address) as answer:
        policy = answer.headers["Content-Security-Policy"]
        body = answer.read().decode()
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in body
    asked = chromium.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
    assert asked
    assert all(one.startswith(address) for one in asked)
    complaints = [entry["message"] for entry in chromium.get_log("browser") if entry["level"] == "SEVERE"]
    assert complaints == []
