"""Where tokens come from, and what is refused before anything goes over a network."""

from __future__ import annotations

import pytest

from agents.credentials import client_security, token_provider
from agents.oauth import TokenError, TokenFile
from agents.settings import SettingsError, load_settings

OAUTH = {"security_protocol": "SASL_SSL", "sasl_mechanism": "OAUTHBEARER"}


async def test_a_token_file_is_read_anew_for_each_connection(tmp_path):
    file = tmp_path / "token"
    file.write_text("one\n")
    provider = client_security(load_settings(**OAUTH, oauth_token_file=str(file)))["sasl_oauth_token_provider"]
    assert isinstance(provider, TokenFile)
    assert await provider.token() == "one"
    file.write_text("two")
    assert await provider.token() == "two"
    file.write_bytes(b"\xff")
    with pytest.raises(TokenError, match="cannot read"):
        await provider.token()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "ROTATIVE_OAUTH_TOKEN_FILE or ROTATIVE_OAUTH_TOKEN_URL"),
        ({"oauth_token_url": "http://auth.example/token"}, "https alone"),
        ({"oauth_token_url": "https://auth.example/token"}, "ROTATIVE_SASL_PASSWORD"),
    ],
)
def test_what_cannot_work_is_told_at_once(given, said):
    with pytest.raises(SettingsError, match=said):
        token_provider(load_settings(**OAUTH, **given))


async def test_an_authorization_server_that_is_away_is_told():
    settings = load_settings(**OAUTH, oauth_token_url="http://127.0.0.1:9/", sasl_username="me", sasl_password="hush")
    with pytest.raises(TokenError, match="gives no token") as told:
        await token_provider(settings).token()
    assert "hush" not in str(told.value)
