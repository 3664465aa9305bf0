"""Every setting, with its unit and the reason for its default; read from `ROTATIVE_*` variables.

A secret may also come from a file: point `ROTATIVE_SECRETS_DIR` at a folder whose
files are named like the variables, in lower case (`rotative_sasl_password`).
"""

from __future__ import annotations

import os
import socket
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from agents.broker.profile import EMBEDDED, KAFKA, BrokerProfile
from pipeline.languages import LANGUAGES
from pipeline.limits import DEFAULT_LIMITS, Limits

OTHER_VARIABLES = frozenset(
    {
        "ROTATIVE_SECRETS_DIR",
        # Of the project's tools and tests:
        "ROTATIVE_CHAOS_PAGES",
        "ROTATIVE_DEPLOY_CACHE",
        "ROTATIVE_KAFKA_CACHE",
        "ROTATIVE_REQUIRE_KAFKA",
        "ROTATIVE_TEST_PAGES",
    }
)
"""Variables that are read elsewhere than in the settings."""


class SettingsError(ValueError):
    """A setting cannot be used; the message names the variable and what is wrong with it."""


class Settings(BaseSettings):
    """The settings of one process. Unknown `ROTATIVE_*` variables are reported by `rotative doctor`."""

    model_config = SettingsConfigDict(
        env_prefix="ROTATIVE_",
        frozen=True,
        extra="ignore",
        use_attribute_docstrings=True,
        arbitrary_types_allowed=True,
        ignored_types=(cached_property,),
    )

    broker: str | None = None
    """Bootstrap servers, `host:port[,host:port…]`; unset: `demo` and `up` start the embedded broker."""
    broker_kind: Literal["kafka", "embedded"] = "kafka"
    """Whose habits the client follows; `up` sets it for the workers of its embedded broker."""
    topic_prefix: str = Field("news", pattern=r"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$")
    """Stands before every topic: letters, digits, dots, hyphens; an underscore would collide in metrics."""
    group: str | None = None
    """Consumer group; unset: the topic prefix and `-rotative`."""
    partitions: int = Field(8, ge=1, le=10_000)
    """Partitions of the topics that carry pages: the most workers that can share the work."""
    replication: int = Field(1, ge=1, le=10)
    """Copies of each topic; 3 on a cluster that must survive the loss of a broker."""
    create_topics: bool = True
    """Whether a worker creates missing topics when it starts; off where the operators create them."""

    processes: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1, le=512)
    """Page processes of a worker: one a core, since a page keeps a core busy."""
    in_flight: int = Field(0, ge=0, le=10_000)
    """Pages a worker holds at once; 0: eight for each page process, enough to hide the broker's latency."""
    page_timeout_seconds: float = Field(10.0, gt=0, le=300)
    """Time one page may take before its process is killed; the slowest page within the limits takes 7 s, without
    thousands of facts under 5."""
    page_memory_mb: int = Field(1024, ge=128)
    """Memory one page process may take on top of what it starts with."""
    pages_per_process: int = Field(2_000, ge=0)
    """Pages after which a page process is replaced, against slow growth in C libraries; 0: never."""
    preloaded_languages: str = ",".join(LANGUAGES)
    """Languages that are loaded before the first page, half a second each, and shared by all page processes: codes,
    separated by commas. Any other is loaded by each process with its first page in it."""

    remembered_articles: int = Field(50_000, ge=0)
    """Articles remembered for each partition, to tell the same page again; about 400 bytes each. 0: none."""
    story_articles: int = Field(100_000, ge=100)
    """Articles that new ones are compared with to find stories; about 2 kB each, in one worker."""
    story_likeness: float = Field(0.7, gt=0, le=1)
    """Share of phrases in common from which two articles are one story: small edits pass, another report does not."""
    breaker_in_a_row: int = Field(100, ge=1)
    """Dead letters in a row that stop the worker: with any good page between them, so many are no accident."""
    breaker_ratio: float = Field(0.5, gt=0, le=1)
    """Share of dead letters among the last pages that stops the worker."""
    breaker_window: int = Field(400, ge=10)
    """Over how many pages that share is taken."""

    publish_budget_seconds: float = Field(60.0, gt=0)
    """How long an output is tried again while the broker refuses it; then the worker stops, its page uncommitted.
    A broker that is away and a topic that is missing are waited for without end."""
    drain_seconds: float = Field(25.0, gt=0)
    """Time to finish pages in flight on shutdown; stay below the supervisor's grace period."""
    commit_interval_seconds: float = Field(0.5, gt=0, le=60)
    """How often offsets are committed: bounds the pages done twice after a kill."""

    max_page_bytes: int = Field(DEFAULT_LIMITS.max_page_bytes, ge=1_000)
    """Largest page, in bytes."""
    max_elements: int = Field(DEFAULT_LIMITS.max_elements, ge=100)
    """Most elements on a page."""
    max_paragraphs: int = Field(DEFAULT_LIMITS.max_paragraphs, ge=10)
    """Most `<p>` elements on a page."""

    web_host: str = "127.0.0.1"
    """Where console and probes listen; loopback unless told otherwise."""
    port: int = Field(6066, ge=0, le=65_535)
    """Port of console and probes; 0: any free one."""
    web: bool = True
    """Whether this worker serves console and probes."""

    console_token: SecretStr | None = None
    """What the console asks for where it listens beyond loopback; without one it stays closed there."""
    stuck_seconds: float = Field(120.0, gt=0)
    """Pages in flight and none finished, or none committed, for this long: the worker is stuck. Longer than a page's
    deadline and the budget of its outputs together. After twice this time without a commit it stops."""
    metrics_interval_seconds: float = Field(10.0, gt=0, le=3600)
    """How often a worker reports on the metrics topic."""

    quiet_minutes: float = Field(60.0, gt=0)
    """The shortest silence a source is called quiet for, however fast it was."""
    lag_alert_seconds: float = Field(300.0, gt=0)
    """Age of the oldest unprocessed page that raises the lag alert: news five minutes old is late."""
    dead_letter_alert_ratio: float = Field(0.05, gt=0, le=1)
    """Share of dead letters among the last pages that raises an alert; it clears at half of it."""
    dead_letter_alert_window: int = Field(200, ge=10)
    """Over how many pages that share is taken."""
    monitored_sources: int = Field(10_000, ge=1)
    """Hosts whose state is kept, about 3 kB each; pages of further ones are counted together as `(others)`."""

    types: str = ""
    """Further article types to look for, by name, separated by commas: types that ship disabled."""
    sources_dir: str | None = None
    """Folder of profiles of single sources, one TOML file each (docs/extraction.md); unset: none."""
    traces: bool = False
    """Whether each page becomes a span for OpenTelemetry; needs `pip install 'rotative[telemetry]'`. Where they go is
    said by its own variables, such as OTEL_EXPORTER_OTLP_ENDPOINT."""
    log_format: Literal["text", "json"] = "text"
    """`json`: one object a line, for machines."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """The least severe lines that are written."""
    worker_id: str = Field(default_factory=lambda: f"{socket.gethostname()}-{os.getpid()}")
    """The worker's name in outcomes and metrics."""
    data_dir: str | None = None
    """Folder for local state; unset: a folder of its own under the user's cache."""

    security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = "PLAINTEXT"
    """How the broker is talked to."""
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER"] = "SCRAM-SHA-512"
    """How the client names itself."""
    sasl_username: str | None = None
    """Name for SASL; with OAUTHBEARER the client's id."""
    sasl_password: SecretStr | None = None
    """Password for SASL, with OAUTHBEARER the client's secret; better a file in ROTATIVE_SECRETS_DIR."""
    oauth_token_file: str | None = None
    """File with the token for OAUTHBEARER, read for each connection: somebody else renews it, as Kubernetes does."""
    oauth_token_url: str | None = None
    """Where tokens for OAUTHBEARER are asked for instead, by the client credentials grant; https beyond loopback."""
    oauth_scope: str | None = None
    """The scope that is asked for there."""
    ssl_ca_file: str | None = None
    """Certificate authority of the broker, PEM; unset: the system's."""
    ssl_cert_file: str | None = None
    """The client's certificate, PEM."""
    ssl_key_file: str | None = None
    """The client's key, PEM."""

    @field_validator("broker")
    @classmethod
    def _named_hosts(cls, value: str | None) -> str | None:
        if value is None or not value.strip():
            return None
        for server in value.split(","):
            host, colon, port = server.strip().rpartition(":")
            if not colon or not host or not port.isdigit():
                raise ValueError(f"{server.strip()!r} is not host:port")
        return value

    @field_validator("preloaded_languages")
    @classmethod
    def _known_languages(cls, value: str) -> str:
        for name in _listed(value):
            if name not in LANGUAGES:
                raise ValueError(f"{name!r} is none of {', '.join(LANGUAGES)}")
        return value

    @property
    def limits(self) -> Limits:
        """The bounds on one page."""
        return Limits(
            max_page_bytes=self.max_page_bytes, max_elements=self.max_elements, max_paragraphs=self.max_paragraphs
        )

    @property
    def profile(self) -> BrokerProfile:
        """The client's habits for this kind of broker."""
        return EMBEDDED if self.broker_kind == "embedded" else KAFKA

    @property
    def consumer_group(self) -> str:
        """The consumer group's id."""
        return self.group or f"{self.topic_prefix}-rotative"

    @property
    def pages_in_flight(self) -> int:
        """Pages a worker holds at once."""
        return self.in_flight or 8 * self.processes

    @property
    def extra_types(self) -> frozenset[str]:
        """Names of the types that are looked for although they ship disabled."""
        return frozenset(_listed(self.types))

    @property
    def languages_to_preload(self) -> tuple[str, ...]:
        """The codes of the languages that are loaded before the first page."""
        return tuple(dict.fromkeys(_listed(self.preloaded_languages)))


def _listed(names: str) -> list[str]:
    """The names that commas separate."""
    return [name.strip() for name in names.split(",") if name.strip()]


def load_settings(**overrides: Any) -> Settings:
    """Settings from the environment, with those given here before it.

    Raises:
        SettingsError: a variable has a value that cannot be used.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    secrets = os.environ.get("ROTATIVE_SECRETS_DIR") or None
    if secrets is not None and not Path(secrets).is_dir():
        raise SettingsError(f"ROTATIVE_SECRETS_DIR: {secrets} is not a folder")
    try:
        return Settings(_secrets_dir=secrets, **given)
    except ValidationError as error:
        problems = (f"ROTATIVE_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors() if e["loc"])
        raise SettingsError("; ".join(problems) or str(error)) from None


def unknown_variables() -> list[str]:
    """`ROTATIVE_*` variables in the environment that nothing reads: most likely misspelt."""
    known = {f"ROTATIVE_{name.upper()}" for name in Settings.model_fields} | OTHER_VARIABLES
    return sorted(name for name in os.environ if name.startswith("ROTATIVE_") and name not in known)
