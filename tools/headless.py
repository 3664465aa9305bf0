"""A headless Chromium with a profile of its own, driven through the system's chromedriver."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


class NoBrowserError(RuntimeError):
    """Chromium or its driver is not installed."""


@contextlib.contextmanager
def headless_chromium(width: int = 1280, height: int = 900) -> Iterator[webdriver.Chrome]:
    """A browser with a window of that size in CSS pixels.

    Raises:
        NoBrowserError: Chromium or chromedriver is missing; on Debian: apt-get install chromium chromium-driver.
    """
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not chromium or not driver:
        raise NoBrowserError("no chromium and chromedriver here: apt-get install chromium chromium-driver")
    with tempfile.TemporaryDirectory(prefix="rotative-chromium-", ignore_cleanup_errors=True) as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        for flag in (*FLAGS, f"--user-data-dir={profile}", f"--window-size={width},{height}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        browser = webdriver.Chrome(options=options, service=Service(driver))
        try:
            browser.set_page_load_timeout(30)
            yield browser
        finally:
            browser.quit()


def set_view(browser: webdriver.Chrome, width: int, height: int, theme: str, scale: float = 1.0) -> None:
    """The size of the view in CSS pixels, and whether the reader likes it `light` or `dark`."""
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 600},
    )
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": theme}]}
    )
