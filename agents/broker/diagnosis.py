"""Why a broker cannot be reached: what to tell a person instead of the client library's `Unable to bootstrap`."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Mapping
from typing import Any

from aiokafka.conn import create_conn
from aiokafka.errors import (
    ClusterAuthorizationFailedError,
    GroupAuthorizationFailedError,
    KafkaConnectionError,
    KafkaError,
    SaslAuthenticationFailed,
    TopicAuthorizationFailedError,
    UnsupportedSaslMechanismError,
)
from aiokafka.protocol.metadata import MetadataRequest

from agents.oauth import TokenError

SECONDS_FOR_ONE_SERVER = 5.0

# What a broker says to a user it knows and does not let do what was asked.
FORBIDDEN = (TopicAuthorizationFailedError, GroupAuthorizationFailedError, ClusterAuthorizationFailedError)

REFUSED = "refuses the token: it may be expired, or made for others; look at ROTATIVE_OAUTH_TOKEN_*"


async def explain(servers: str, security: Mapping[str, Any], error: KafkaError) -> str:
    """One line for the user: which server fails, why, and what to look at.

    `servers` and `security` are what the client was given that failed with `error`. Each server is tried once
    more, step by step as a client connects, until one says why.
    """
    if isinstance(error, FORBIDDEN):
        who = security.get("sasl_plain_username") or "this client"
        what = type(error).__name__.removesuffix("AuthorizationFailedError").lower()
        return f"authorization failed: {who} lacks a right on the {what}; those it needs: docs/operations/deployment.md"
    for server in servers.split(","):
        reason = await _reason(server.strip(), security)
        if reason is not None:
            return f"{server.strip()}: {reason}"
    return f"{servers} answers, but not as a client needs it: {error!r}"


async def _reason(server: str, security: Mapping[str, Any]) -> str | None:
    """What stands between us and that server; None where it lets us in."""
    host, _, port = server.rpartition(":")
    protocol = security.get("security_protocol", "PLAINTEXT")
    try:
        connection = await create_conn(
            host, int(port), request_timeout_ms=int(SECONDS_FOR_ONE_SERVER * 1000), **security
        )
    except TokenError as missing:
        return f"there is no token for it: {_words(missing)}"
    except SaslAuthenticationFailed as refused:
        return (
            f"refuses the user {security.get('sasl_plain_username')} ({_words(refused)}); "
            "look at ROTATIVE_SASL_USERNAME and ROTATIVE_SASL_PASSWORD"
        )
    except UnsupportedSaslMechanismError as refused:
        return f"{_words(refused)}; look at ROTATIVE_SASL_MECHANISM"
    except ssl.SSLCertVerificationError as distrusted:
        return f"its certificate is not trusted ({distrusted.verify_message}); look at ROTATIVE_SSL_CA_FILE"
    except ssl.SSLError as failed:
        return f"TLS fails ({failed.reason}); look at ROTATIVE_SECURITY_PROTOCOL, which is {protocol}"
    except socket.gaierror:
        return "there is no host of that name; look at ROTATIVE_BROKER"
    except ConnectionRefusedError:
        return "nothing listens there; is the broker running, and is ROTATIVE_BROKER right?"
    except (asyncio.TimeoutError, KafkaConnectionError):
        return f"it does not answer as a Kafka with {protocol}; look at ROTATIVE_BROKER and ROTATIVE_SECURITY_PROTOCOL"
    except (OSError, KafkaError) as failed:
        return repr(failed)
    try:
        return await _refusal_of_a_token(connection) if security.get("sasl_mechanism") == "OAUTHBEARER" else None
    finally:
        connection.close()


async def _refusal_of_a_token(connection: Any) -> str | None:
    """The client takes whatever the broker says of a token for a welcome; only a request shows what it was."""
    try:
        answer = await connection.send(MetadataRequest([]))
    except (KafkaError, asyncio.TimeoutError):
        return REFUSED
    return None if answer.brokers else REFUSED


def _words(error: KafkaError) -> str:
    """What the broker said, without the error's number and name."""
    return str(error.args[0]) if error.args else type(error).__name__
