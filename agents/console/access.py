"""Who may see the console: everybody on loopback; beyond it, whoever has the token."""

from __future__ import annotations

import hmac
from ipaddress import ip_address

from aiohttp import web

from agents.settings import Settings

COOKIE = "rotative_token"


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches that address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:  # a name: it may be anything
        return False


def refusal(request: web.Request, settings: Settings) -> web.Response | None:
    """The answer to a visitor who may not see the console; None: go on."""
    wanted = settings.console_token.get_secret_value().encode() if settings.console_token else b""
    if not wanted:
        if not is_loopback(settings.web_host):
            return web.Response(
                status=403,
                text="The console is closed: it listens beyond loopback and has no ROTATIVE_CONSOLE_TOKEN.\n",
            )
        # A page elsewhere could point a name of its own at this address and read the answers.
        name = (
            request.host.rpartition(":")[0] if not request.host.endswith("]") and ":" in request.host else request.host
        )
        if not is_loopback(name.strip("[]")):
            return web.Response(status=403, text="The console answers to localhost alone.\n")
        return None
    given = request.query.get("token") or request.cookies.get(COOKIE) or _bearer(request)
    if not hmac.compare_digest(given.encode(), wanted):
        return web.Response(status=401, text="The console needs its token: /?token=… or a bearer token.\n")
    return None


def keep_token(request: web.Request, response: web.StreamResponse) -> None:
    """Puts a token that came in the address into a cookie, so that the address can be cleaned."""
    if "token" in request.query:
        response.set_cookie(COOKIE, request.query["token"], httponly=True, samesite="Strict", path="/")


def _bearer(request: web.Request) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
