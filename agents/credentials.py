"""How clients name themselves to the broker: TLS and SASL."""

from __future__ import annotations

import ssl
from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from urllib.parse import urlsplit

from aiokafka.abc import AbstractTokenProvider

from agents.oauth import TokenFile
from agents.settings import Settings, SettingsError


def client_security(settings: Settings) -> dict[str, Any]:
    """The keyword arguments that an aiokafka client takes.

    Raises:
        SettingsError: SASL without a name or password, or a certificate file that cannot be read.
    """
    security: dict[str, Any] = {"security_protocol": settings.security_protocol}
    if "SSL" in settings.security_protocol:
        security["ssl_context"] = ssl_context(settings)
    if settings.security_protocol.startswith("SASL"):
        security["sasl_mechanism"] = settings.sasl_mechanism
        if settings.sasl_mechanism == "OAUTHBEARER":
            security["sasl_oauth_token_provider"] = token_provider(settings)
        else:
            security["sasl_plain_username"], security["sasl_plain_password"] = name_and_password(settings)
    return security


def ssl_context(settings: Settings) -> ssl.SSLContext:
    """The TLS context: the system's authorities or the given one, and the client's certificate where there is one."""
    try:
        context = ssl.create_default_context(cafile=settings.ssl_ca_file)
        if settings.ssl_cert_file:
            context.load_cert_chain(settings.ssl_cert_file, settings.ssl_key_file)
    except (OSError, ssl.SSLError) as error:
        files = [settings.ssl_ca_file, settings.ssl_cert_file, settings.ssl_key_file]
        raise SettingsError(f"cannot read {', '.join(filter(None, files))}: {error}") from error
    return context


def token_provider(settings: Settings) -> AbstractTokenProvider:
    """Where tokens for OAUTHBEARER come from.

    Raises:
        SettingsError: neither a file nor an address, or an address that would show the secret to a network.
    """
    if settings.oauth_token_file:
        return TokenFile(Path(settings.oauth_token_file))
    if not settings.oauth_token_url:
        raise SettingsError("OAUTHBEARER needs ROTATIVE_OAUTH_TOKEN_FILE or ROTATIVE_OAUTH_TOKEN_URL")
    address = urlsplit(settings.oauth_token_url)
    if address.scheme != "https" and address.hostname not in ("127.0.0.1", "::1", "localhost"):
        raise SettingsError("ROTATIVE_OAUTH_TOKEN_URL: the client's secret goes over https alone")
    client, secret = name_and_password(settings)
    authorities = ssl.create_default_context()
    if settings.ssl_ca_file:  # the authority of the brokers may be the one of the authorization server, or not
        authorities.load_verify_locations(settings.ssl_ca_file)
    server = resolve_name("agents.oauth_server:ClientCredentials")
    return server(settings.oauth_token_url, client, secret, settings.oauth_scope, authorities)


def name_and_password(settings: Settings) -> tuple[str, str]:
    """What SASL needs.

    Raises:
        SettingsError: one of the two is not set.
    """
    if not settings.sasl_username or settings.sasl_password is None:
        raise SettingsError("SASL needs ROTATIVE_SASL_USERNAME and ROTATIVE_SASL_PASSWORD")
    return settings.sasl_username, settings.sasl_password.get_secret_value()
