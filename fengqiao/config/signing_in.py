"""Settings of signing in: passwords, limits, sessions. `docs/sign-in.md` is for administrators.

Variables: FENGQIAO_SECOND_FACTOR, FENGQIAO_PROXIES, FENGQIAO_IDLE_MINUTES, FENGQIAO_SESSION_HOURS, and
those of `identity.py`.
"""

from typing import Any

from fengqiao.config import identity
from fengqiao.config.given import DEMO, given, number

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_RULES = "fengqiao.kernel.accounts.passwords."
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": _RULES + "LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": _RULES + "Uncommon"},
    {"NAME": _RULES + "NotANumber"},
    {"NAME": _RULES + "NotLikeOneself"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "workbench:today"

ACCOUNT_LOGIN_METHODS = {"username"}  # a phone stands for it: `accounts.adapter`
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "fengqiao.kernel.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "fengqiao.kernel.accounts.forms.SignInForm",
    "change_password": "fengqiao.kernel.accounts.forms.NewPasswordForm",
}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# Kept in the shared cache, so they hold across processes. A whole bureau may sign in from one
# address in the morning; what is limited there is failure.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "20/m/ip,5/5m/key",
    "one_time_code": "20/m/ip",
    "check_paper": "30/m/ip",
    "opinion": "30/m/ip",
}
# How many proxies of ours stand in front; none: X-Forwarded-For is not believed.
ALLAUTH_TRUSTED_PROXY_COUNT = number("FENGQIAO_PROXIES", 0)

# Seconds: a session ends when it was idle so long, and at the latest after so long.
SESSION_IDLE = 60 * number("FENGQIAO_IDLE_MINUTES", 30)
SESSION_LASTS = SESSION_COOKIE_AGE = 3600 * number("FENGQIAO_SESSION_HOURS", 12)

# Whether roles that see personal data must have a second factor (`accounts.second_factor`).
SECOND_FACTOR = given("FENGQIAO_SECOND_FACTOR", "0" if DEMO else "1") == "1"
MFA_ADAPTER = "fengqiao.kernel.accounts.factor_adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "枫桥"
MFA_TOTP_TOLERANCE = 1  # periods of half a minute, before and after: who types slowly
MFA_FORMS = {
    "authenticate": "fengqiao.kernel.accounts.factor_forms.FactorForm",
    "reauthenticate": "fengqiao.kernel.accounts.factor_forms.FactorAgainForm",
    "activate_totp": "fengqiao.kernel.accounts.factor_forms.AppForm",
    "add_webauthn": "fengqiao.kernel.accounts.factor_forms.KeyForm",
}

SOCIALACCOUNT_ADAPTER = "fengqiao.kernel.accounts.identity.IdentityAdapter"
SOCIALACCOUNT_PROVIDERS = identity.providers()
# By a link: a form that leads to another host would want a hole in the policy of pages.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_STORE_TOKENS = False
