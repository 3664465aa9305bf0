"""Tokens for OAUTHBEARER from a file that somebody else renews."""

from __future__ import annotations

import asyncio
from pathlib import Path

from aiokafka.abc import AbstractTokenProvider
from aiokafka.errors import KafkaConnectionError


class TokenError(KafkaConnectionError):  # type: ignore[misc]
    """There is no token to be had now; a client tries again as it does with a broker that is away."""


class TokenFile(AbstractTokenProvider):  # type: ignore[misc]
    """The token in a file, read for each connection: Kubernetes and others renew it there."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def token(self) -> str:
        """The token as it stands there now.

        Raises:
            TokenError: there is none.
        """
        try:
            token = (await asyncio.to_thread(self._path.read_text, encoding="ascii")).strip()
        except (OSError, UnicodeDecodeError) as error:
            raise TokenError(f"cannot read the token in {self._path}: {error}") from error
        if not token:
            raise TokenError(f"{self._path} holds no token")
        return token
