"""The unified identity of a city (OIDC), where the environment names one; `docs/sign-in.md`.

Variables: FENGQIAO_OIDC_SERVER, FENGQIAO_OIDC_CLIENT, FENGQIAO_OIDC_SECRET, FENGQIAO_OIDC_NAME,
FENGQIAO_OIDC_CLAIM, FENGQIAO_OIDC_BY.
"""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from fengqiao.config.given import DEMO, given

BY = {"username": "preferred_username", "phone": "phone_number"}  # with the usual claim of each


def app(server: str, client: str, secret: str, name: str, by: str, claim: str) -> dict[str, Any]:
    """How allauth reaches the city's server; ImproperlyConfigured for what cannot be meant."""
    if by not in BY:
        raise ImproperlyConfigured(f"FENGQIAO_OIDC_BY 应为 username 或 phone,现为 {by}")
    if not client:
        raise ImproperlyConfigured("给出了 FENGQIAO_OIDC_SERVER,还要给出 FENGQIAO_OIDC_CLIENT")
    if urlsplit(server).scheme != "https" and not DEMO:
        raise ImproperlyConfigured("FENGQIAO_OIDC_SERVER 应为 https:// 的地址")
    scope = ["openid", "phone" if by == "phone" else "profile"]
    return {
        "provider_id": "city",
        "name": name,
        "client_id": client,
        "secret": secret,
        "settings": {
            "server_url": server.rstrip("/"),
            "oauth_pkce_enabled": True,
            "scope": scope,
            "by": by,
            "claim": claim or BY[by],
        },
    }


def providers() -> dict[str, Any]:
    server = given("FENGQIAO_OIDC_SERVER")
    if not server:
        return {}
    city = app(
        server,
        given("FENGQIAO_OIDC_CLIENT"),
        given("FENGQIAO_OIDC_SECRET"),
        given("FENGQIAO_OIDC_NAME", "统一身份认证"),
        given("FENGQIAO_OIDC_BY", "username"),
        given("FENGQIAO_OIDC_CLAIM"),
    )
    return {"openid_connect": {"APPS": [city]}}
