"""Pictures of the console at work: desktop and phone, light and dark, an article with its evidence.

    python -m tools.screenshots [FOLDER]

An embedded broker, one worker, and the project's own sample pages, trickled in.
"""

from __future__ import annotations

import asyncio
import io
import re
import sys
import tempfile
import time
from pathlib import Path

from selenium.webdriver.support.wait import WebDriverWait

from agents.administration import create_topics
from agents.broker import EmbeddedBroker
from agents.clients import producer_of
from agents.inputs import InputPage, read_inputs
from agents.producing import raw_message
from agents.sample_pages import sample_folder
from agents.settings import Settings, load_settings
from agents.supervision import WorkerProcess
from agents.topics import declare_topics
from tools.headless import headless_chromium, set_view

SECONDS_OF_TRAFFIC = 45
SECONDS_OF_PATIENCE = 300
ARTICLES = 12
VIEWS = {"desktop": (1280, 1500, 1.0), "phone": (390, 1400, 2.0)}


async def trickle(settings: Settings) -> None:
    """The sample pages, over and over (as backfill, so that none is a duplicate), and a page that is too large."""
    found = read_inputs([str(sample_folder())], io.BytesIO())
    pages = [raw_message(one.page) for one in found if isinstance(one, InputPage)]
    topic = declare_topics(settings).raw.name
    async with producer_of(settings) as producer:
        too_large = [("url", b"https://archive.example/everything-on-one-page")]
        await producer.send_and_wait(topic, b"<html>" + b"x" * 6_000_000, key=b"archive.example", headers=too_large)
        for second in range(SECONDS_OF_TRAFFIC):
            for key, value, headers in pages[: 2 + second * 7 % len(pages)]:
                await producer.send(topic, value, key=key, headers=[*headers, ("backfill", b"1")])
            await producer.flush()
            await asyncio.sleep(1)


def main() -> None:
    """Makes the pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, EmbeddedBroker() as broker:
        settings = load_settings(broker=broker.address, broker_kind="embedded")
        asyncio.run(create_topics(settings))
        log = Path(scratch) / "worker.log"
        with log.open("wb") as sink:
            environment = {
                "ROTATIVE_BROKER": broker.address,
                "ROTATIVE_BROKER_KIND": "embedded",
                "ROTATIVE_PORT": "0",
                "ROTATIVE_METRICS_INTERVAL_SECONDS": "5",
            }
            worker = WorkerProcess("worker-1", environment, log=sink.fileno())
            worker.start()
            try:
                asyncio.run(trickle(settings))
                _take(_address(log), folder)
            finally:
                worker.ask_to_end()
                worker.wait_or_kill(20)


def _address(log: Path) -> str:
    found = re.findall(r"http://127\.0\.0\.1:\d+/", log.read_text())
    if not found:
        raise SystemExit(f"the worker does not listen:\n{log.read_text()[-2000:]}")
    return str(found[-1])


def _take(address: str, folder: Path) -> None:
    with headless_chromium() as browser:
        browser.get(address)
        patience = WebDriverWait(browser, SECONDS_OF_PATIENCE)
        patience.until(lambda page: len(page.find_elements("css selector", "#articles button")) >= ARTICLES)
        patience.until(lambda page: page.find_element("id", "verdict").text == "all is well")
        for view, (width, height, scale) in VIEWS.items():
            for theme in ("light", "dark"):
                set_view(browser, width, height, theme, scale)
                time.sleep(3)
                browser.save_screenshot(str(folder / f"console-{view}-{theme}.png"))
                print(folder / f"console-{view}-{theme}.png")
        set_view(browser, 1280, 900, "light")
        browser.find_element("css selector", "#type option[value=appointment]").click()
        browser.find_element("css selector", "#articles button").click()
        time.sleep(1)
        browser.find_element("css selector", "#reading tbody tr:nth-child(2) button").click()
        time.sleep(1)
        browser.save_screenshot(str(folder / "console-article.png"))
        print(folder / "console-article.png")


if __name__ == "__main__":
    main()
