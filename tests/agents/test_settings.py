"""Settings: errors name the variable, secrets are never shown."""

from __future__ import annotations

import os

import pytest

from agents.settings import SettingsError, load_settings, unknown_variables

PASSWORD = "correct horse"


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch):
    for name in list(os.environ):
        if name.startswith("ROTATIVE_"):
            monkeypatch.delenv(name)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PARTITIONS", "many"),
        ("PARTITIONS", "0"),
        ("BROKER", "localhost"),
        ("BROKER", "a:1,b"),
        ("BROKER_KIND", "rabbit"),
        ("TOPIC_PREFIX", "my_news"),
        ("TOPIC_PREFIX", ""),
        ("PORT", "70000"),
        ("PAGE_TIMEOUT_SECONDS", "-1"),
        ("BREAKER_RATIO", "1.5"),
        ("WEB", "perhaps"),
        ("LOG_LEVEL", "loud"),
        ("SECURITY_PROTOCOL", "TLS"),
    ],
)
def test_a_value_that_cannot_be_used_is_an_error_that_names_its_variable(monkeypatch, name, value):
    monkeypatch.setenv(f"ROTATIVE_{name}", value)
    with pytest.raises(SettingsError, match=f"^ROTATIVE_{name}: "):
        load_settings()


def test_every_wrong_variable_is_named(monkeypatch):
    monkeypatch.setenv("ROTATIVE_PORT", "x")
    monkeypatch.setenv("ROTATIVE_PARTITIONS", "y")
    with pytest.raises(SettingsError) as error:
        load_settings()
    assert "ROTATIVE_PORT" in str(error.value)
    assert "ROTATIVE_PARTITIONS" in str(error.value)


def test_a_password_is_never_shown(monkeypatch):
    monkeypatch.setenv("ROTATIVE_SASL_PASSWORD", PASSWORD)
    settings = load_settings()
    assert settings.sasl_password.get_secret_value() == PASSWORD
    assert PASSWORD not in f"{settings!r} {settings} {settings.model_dump_json()}"
    monkeypatch.setenv("ROTATIVE_PORT", "x")
    with pytest.raises(SettingsError) as error:
        load_settings()
    assert PASSWORD not in str(error.value)
    assert error.value.__cause__ is None


def test_a_secret_may_come_from_a_file(monkeypatch, tmp_path):
    (tmp_path / "rotative_sasl_password").write_text(PASSWORD)
    monkeypatch.setenv("ROTATIVE_SECRETS_DIR", str(tmp_path))
    assert load_settings().sasl_password.get_secret_value() == PASSWORD


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_a_folder_of_secrets_that_is_none_is_an_error_that_names_the_variable(monkeypatch, tmp_path, kind):
    path = tmp_path / "secrets"
    if kind == "file":
        path.write_text("x")
    monkeypatch.setenv("ROTATIVE_SECRETS_DIR", str(path))
    with pytest.raises(SettingsError, match="ROTATIVE_SECRETS_DIR"):
        load_settings()


def test_what_is_given_stands_before_the_environment_and_none_says_nothing(monkeypatch):
    monkeypatch.setenv("ROTATIVE_PORT", "7000")
    assert load_settings(port=8000).port == 8000
    assert load_settings(port=None).port == 7000


def test_an_empty_broker_is_none(monkeypatch):
    monkeypatch.setenv("ROTATIVE_BROKER", " ")
    assert load_settings().broker is None


def test_what_follows_from_settings():
    settings = load_settings(
        topic_prefix="press.eu", processes=3, types="recall, merger,", max_page_bytes=2_000, broker_kind="embedded"
    )
    assert settings.consumer_group == "press.eu-rotative"
    assert load_settings(group="mine").consumer_group == "mine"
    assert settings.pages_in_flight == 24
    assert load_settings(in_flight=5).pages_in_flight == 5
    assert settings.extra_types == {"recall", "merger"}
    assert settings.limits.max_page_bytes == 2_000
    assert settings.profile.name == "embedded"


def test_misspelt_variables_are_found_and_those_of_the_tools_known(monkeypatch):
    for name in ("BROKR", "BROKER", "SECRETS_DIR", "DATA_DIR", "KAFKA_CACHE", "REQUIRE_KAFKA", "DEPLOY_CACHE"):
        monkeypatch.setenv(f"ROTATIVE_{name}", "x")
    assert unknown_variables() == ["ROTATIVE_BROKR"]
