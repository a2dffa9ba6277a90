"""Settings that shut doors: HTTPS, cookies, headers, what a browser may do on our pages.

A trial runs over plain HTTP on one machine; everything else stands behind HTTPS. What a proxy says
of the connection is believed only where FENGQIAO_PROXIES says that one stands in front.
"""

from fengqiao.config.given import DEMO, number

YEAR = 365 * 24 * 60 * 60  # seconds

SECURE_SSL_REDIRECT = not DEMO
# Asked from the machine itself, where no proxy is.
SECURE_REDIRECT_EXEMPT = [r"^health/", r"^metrics"]
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if number("FENGQIAO_PROXIES", 0) else None
)
SECURE_HSTS_SECONDS = 0 if DEMO else YEAR
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEMO
# To be listed in browsers is the decision of who owns the domain, and can hardly be taken back.
SILENCED_SYSTEM_CHECKS = ["security.W021"]

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEMO
# A name with this prefix is taken by browsers only over HTTPS, from this host, for all of it.
_PREFIX = "" if DEMO else "__Host-"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_PREFIX}sessionid", f"{_PREFIX}csrftoken"
# Lax, not Strict: who comes back from the city's unified identity is still who he was.
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "fengqiao.config.views.refused_form"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
# What Django has no setting for (`middleware.py`). No page asks for a camera or a place; a security
# key is for signing in.
OTHER_HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), "
        "midi=(), display-capture=(), browsing-topics=(), "
        "publickey-credentials-get=(self), publickey-credentials-create=(self)"
    ),
}
# Whatever is not a file of the release speaks of somebody or to somebody.
CACHE_CONTROL = "private, no-store"
