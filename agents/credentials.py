"""How clients name themselves to the broker: TLS and SASL, for Faust and for plain clients alike."""

from __future__ import annotations

import ssl
from typing import Any

import faust

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
        username, password = _name_and_password(settings)
        security |= {
            "sasl_mechanism": settings.sasl_mechanism,
            "sasl_plain_username": username,
            "sasl_plain_password": password,
        }
    return security


def faust_credentials(settings: Settings) -> faust.SSLCredentials | faust.SASLCredentials | None:
    """The same for a Faust app.

    Raises:
        SettingsError: as above.
    """
    context = ssl_context(settings) if "SSL" in settings.security_protocol else None
    if settings.security_protocol.startswith("SASL"):
        username, password = _name_and_password(settings)
        return faust.SASLCredentials(
            username=username, password=password, mechanism=settings.sasl_mechanism, ssl_context=context
        )
    return faust.SSLCredentials(context=context) if context else None


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


def _name_and_password(settings: Settings) -> tuple[str, str]:
    if not settings.sasl_username or settings.sasl_password is None:
        raise SettingsError("SASL needs ROTATIVE_SASL_USERNAME and ROTATIVE_SASL_PASSWORD")
    return settings.sasl_username, settings.sasl_password.get_secret_value()
