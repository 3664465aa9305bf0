"""What can be wrong with an installation, its settings and its broker, and how each is mended."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from datetime import datetime, timezone
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Literal

from packaging.requirements import Requirement

from agents.administration import HOW_MISSING_TOPICS_COME, BrokerError, inspect_topics
from agents.broker.discovery import NoBrokerError, settings_with_broker
from agents.broker.errors import BrokerStartError
from agents.broker.process import binary
from agents.settings import Settings, SettingsError, unknown_variables
from pipeline.decoding.decode import decode
from pipeline.extraction.metadata import read_metadata
from pipeline.extraction.parse import parse
from pipeline.page import RawPage
from pipeline.sources.load import ProfileError, Profiles, load_profile

LEAST_DISK_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    subject: str
    state: Literal["ok", "warning", "error"]
    found: str
    mend: str = ""
    """What to do; empty where all is well."""


def check_installation() -> list[Finding]:
    """Python, the dependencies, the embedded broker's binary, the disk."""
    return [_python(), *_dependencies(), _embedded_broker(), _disk()]


def check_settings(settings: Settings) -> list[Finding]:
    """Variables that nothing reads, and settings that do not fit each other."""
    findings = [
        Finding("settings", "warning", f"{name} is not a setting", "correct its name; docs/settings.md lists all")
        for name in unknown_variables()
    ]
    exposed = settings.web and settings.web_host not in ("127.0.0.1", "localhost", "::1")
    if exposed:
        found = f"the console listens on {settings.web_host}"
        findings.append(Finding("console", "warning", found, "let a proxy with a login stand before it"))
    return findings or [Finding("settings", "ok", "every ROTATIVE_* variable is known")]


def check_sources(settings: Settings, page: bytes | None = None, url: str | None = None) -> list[Finding]:
    """Profiles of single sources that cannot be used, and those that nothing uses.

    Args:
        settings: where the profiles are.
        page: a saved page: the selectors of its profile that find nothing on it are named too.
        url: the address of that page.
    """
    if not settings.sources_dir:
        return []
    folder, findings, usable = Path(settings.sources_dir), [], []
    if not folder.is_dir():
        return [Finding("sources", "error", f"{folder}: no such folder", "correct ROTATIVE_SOURCES_DIR")]
    for path in sorted(folder.glob("*.toml")):
        try:
            usable.append(load_profile(path))
        except ProfileError as error:
            findings.append(Finding("sources", "error", str(error), "correct the file; see docs/extraction.md"))
    today = datetime.now(timezone.utc).date()
    for profile in usable:
        if not (profile.keep or profile.prune or profile.date_selector):
            findings.append(
                Finding("sources", "warning", f"{profile.name} changes nothing", "add selectors, or delete it")
            )
        elif profile.valid_from and profile.valid_from > today:
            found = f"{profile.name} is unused until {profile.valid_from}"
            findings.append(Finding("sources", "warning", found, "correct valid_from"))
    if page is not None:
        findings += _profile_on_page(Profiles(tuple(usable)), page, url)
    return findings or [Finding("sources", "ok", f"{len(usable)} profiles")]


def _profile_on_page(profiles: Profiles, page: bytes, url: str | None) -> list[Finding]:
    tree = parse(decode(RawPage(body=page, url=url)).html)
    profile = profiles.find(url, read_metadata(tree, url).published)
    if profile is None:
        return [Finding("sources", "warning", f"no profile is for {url}", "check host, valid_from and valid_until")]
    return [
        Finding("sources", "warning", f"{profile.name}: {selector} finds nothing on the page", "correct the selector")
        for selector in profile.unused(tree)
    ]


async def check_broker(settings: Settings) -> list[Finding]:
    """Whether the broker answers, and whether its topics are as declared."""
    try:
        found = settings_with_broker(settings)
        states = await inspect_topics(found)
    except NoBrokerError as error:
        return [Finding("broker", "warning", str(error), "needed by worker, send and tail alone")]
    except SettingsError as error:
        return [Finding("broker", "error", str(error), "set what is missing; docs/settings.md lists all")]
    except BrokerError as error:
        return [Finding("broker", "error", str(error), "check ROTATIVE_BROKER, the network and the credentials")]
    findings = [Finding("broker", "ok", f"answers at {found.broker}")]
    missing = [state.declaration.name for state in states if state.state == "missing"]
    if missing:
        findings.append(Finding("topics", "warning", f"missing: {', '.join(missing)}", HOW_MISSING_TOPICS_COME))
    findings += [
        Finding("topics", "warning", f"{state.declaration.name}: {difference}", "see docs/topics.md: changing a topic")
        for state in states
        for difference in state.differences
    ]
    return findings if len(findings) > 1 else [*findings, Finding("topics", "ok", "all as declared")]


def _python() -> Finding:
    running = ".".join(map(str, sys.version_info[:3]))
    if (3, 10) <= sys.version_info < (3, 14):
        return Finding("python", "ok", running)
    return Finding("python", "error", running, "use Python 3.10 to 3.13")


def _dependencies() -> list[Finding]:
    findings = []
    for line in requires("rotative") or []:
        requirement = Requirement(line)
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        try:
            installed = version(requirement.name)
        except PackageNotFoundError:
            findings.append(Finding(requirement.name, "error", "not installed", f"pip install '{requirement}'"))
            continue
        if not requirement.specifier.contains(installed, prereleases=True):
            found = f"{installed}, needed {requirement.specifier}"
            findings.append(Finding(requirement.name, "error", found, f"pip install '{requirement}'"))
    return findings or [Finding("dependencies", "ok", "all installed, in their versions")]


def _embedded_broker() -> Finding:
    try:
        return Finding("embedded broker", "ok", binary())
    except BrokerStartError as error:
        return Finding("embedded broker", "warning", str(error), "set ROTATIVE_BROKER to an Apache Kafka")


def _disk() -> Finding:
    free = shutil.disk_usage(".").free
    if free >= LEAST_DISK_BYTES:
        return Finding("disk", "ok", f"{free / 1e9:.1f} GB free")
    return Finding("disk", "warning", f"{free / 1e6:.0f} MB free", "make room: logs and local state need some")
