"""How a Faust app names itself to the broker: as plain clients do, in Faust's own words."""

from __future__ import annotations

import faust
from faust.auth import OAuthCredentials

from agents.credentials import name_and_password, ssl_context, token_provider
from agents.settings import Settings


def faust_credentials(settings: Settings) -> faust.types.CredentialsT | None:
    """What a Faust app names itself with; None where the broker asks nobody.

    Raises:
        SettingsError: SASL without a name or password, or a certificate file that cannot be read.
    """
    context = ssl_context(settings) if "SSL" in settings.security_protocol else None
    if settings.security_protocol.startswith("SASL"):
        if settings.sasl_mechanism == "OAUTHBEARER":
            return OAuthCredentials(oauth_cb=token_provider(settings), ssl_context=context)
        username, password = name_and_password(settings)
        return faust.SASLCredentials(
            username=username, password=password, mechanism=settings.sasl_mechanism, ssl_context=context
        )
    return faust.SSLCredentials(context=context) if context else None
