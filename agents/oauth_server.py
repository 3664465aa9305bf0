"""Tokens for OAUTHBEARER from an authorization server. Loaded where wanted alone: a client for HTTP is heavy."""

from __future__ import annotations

import asyncio
import base64
import ssl
import time

import aiohttp
from aiokafka.abc import AbstractTokenProvider

from agents.oauth import TokenError

SECONDS_TO_ANSWER = 10.0
KEPT_SHARE = 0.8
"""A token is renewed after this share of its life, so that none expires on its way."""
SHORTEST_LIFE_SECONDS = 60.0
"""The life of a token whose answer names none."""


class ClientCredentials(AbstractTokenProvider):  # type: ignore[misc]
    """Tokens by OAuth 2.0's client credentials grant (RFC 6749, 4.4), each kept for most of its life."""

    def __init__(self, url: str, client: str, secret: str, scope: str | None, context: ssl.SSLContext) -> None:
        self._url = url
        # As Kafka's own clients do by default, without percent-encoding first.
        self._login = {"Authorization": "Basic " + base64.b64encode(f"{client}:{secret}".encode()).decode()}
        self._form = {"grant_type": "client_credentials"} | ({"scope": scope} if scope else {})
        self._context = context
        self._token = ""
        self._until = 0.0

    async def token(self) -> str:
        """A token that still lives.

        Raises:
            TokenError: the authorization server gives none.
        """
        # No lock: two threads may ask at the same time, and two tokens do no harm.
        if time.monotonic() >= self._until:
            self._token, life = await self._ask()
            self._until = time.monotonic() + KEPT_SHARE * life
        return self._token

    async def _ask(self) -> tuple[str, float]:
        limit = aiohttp.ClientTimeout(total=SECONDS_TO_ANSWER)
        try:
            async with (
                aiohttp.ClientSession(timeout=limit) as session,
                session.post(self._url, data=self._form, headers=self._login, ssl=self._context) as answer,
            ):
                said = await answer.json(content_type=None)
                status = answer.status
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as error:
            raise TokenError(f"{self._url} gives no token: {error or type(error).__name__}") from error
        token = said.get("access_token") if isinstance(said, dict) else None
        if status != 200 or not isinstance(token, str):
            why = said.get("error_description") or said.get("error") if isinstance(said, dict) else None
            raise TokenError(f"{self._url} gives no token: status {status}, {why or 'no access_token'}")
        life = said.get("expires_in")
        return token, float(life) if isinstance(life, (int, float)) else SHORTEST_LIFE_SECONDS
