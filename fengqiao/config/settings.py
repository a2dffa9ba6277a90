"""Settings of every run; the environment says where data live and who is to be reached.

Variables: FENGQIAO_HOME, DATABASE_URL, FENGQIAO_SECRET_KEY, FENGQIAO_KEYS, FENGQIAO_KEY_FILE,
FENGQIAO_HOSTS, FENGQIAO_ORIGINS, FENGQIAO_DEMO, FENGQIAO_RELEASE_STATIC,
FENGQIAO_PHONE_AREA_CODE, and those of `keeping.py`, `signing_in.py` and `safety.py`. One that is set
but empty counts as not set.
"""

from typing import Any

import environ

from fengqiao.config import home
from fengqiao.config.given import DEMO, given
from fengqiao.config.keeping import *  # noqa: F403
from fengqiao.config.safety import *  # noqa: F403
from fengqiao.config.signing_in import *  # noqa: F403
from fengqiao.lib.faults import StartRefused

env = environ.Env()


BASE_DIR = home.ROOT
HOME = home.home()
DEBUG = False
SECRET_KEY = given("FENGQIAO_SECRET_KEY") or home.secret_key()
# The keys of encrypted values; FENGQIAO_KEYS, read where they are used, goes before the file.
KEY_FILE_NAMED = bool(given("FENGQIAO_KEY_FILE"))
KEY_FILE = given("FENGQIAO_KEY_FILE") or str(HOME / "keys.json")
ALLOWED_HOSTS = given("FENGQIAO_HOSTS", "*" if DEMO else "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in given("FENGQIAO_ORIGINS").split(",") if origin]
# What a printed code opens from outside: the first address under which people reach the system.
PUBLIC_ADDRESS = (CSRF_TRUSTED_ORIGINS or ["http://localhost:8000"])[0]
# With it the figures may be asked for from elsewhere; without it from this machine alone.
METRICS_TOKEN = given("FENGQIAO_METRICS_TOKEN")
# By which the class of an office is proposed: a pack in rulepacks/.
STANDARD = given("FENGQIAO_STANDARD", "taizhou-2021")
# Of telephone numbers that are typed without one.
PHONE_AREA_CODE = given("FENGQIAO_PHONE_AREA_CODE", "0523")

ROOT_URLCONF = "fengqiao.config.urls"
WSGI_APPLICATION = "fengqiao.config.wsgi.application"

INSTALLED_APPS = [
    # ours, above others' so that our templates win
    "fengqiao.config.upkeep",
    "fengqiao.front.workbench",
    "fengqiao.oversight.reports",
    "fengqiao.oversight.standards",
    "fengqiao.duties.disputes",
    "fengqiao.registers.people",
    "fengqiao.registers.mediation",
    "fengqiao.registers.protection",
    "fengqiao.registers.organisations",
    "fengqiao.kernel.workflow",
    "fengqiao.kernel.documents",
    "fengqiao.kernel.notices",
    "fengqiao.kernel.deadlines",
    "fengqiao.kernel.api",
    "fengqiao.kernel.search",
    "fengqiao.kernel.access",
    "fengqiao.kernel.trail",
    "fengqiao.kernel.ui",
    "fengqiao.kernel.imports",
    "fengqiao.kernel.audit",
    "fengqiao.kernel.files",
    "fengqiao.kernel.jobs",
    "fengqiao.kernel.accounts",
    "fengqiao.kernel.areas",
    "fengqiao.kernel.crypto",
    # others'
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "treebeard",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "fengqiao.config.middleware.NumberMiddleware",
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "fengqiao.config.middleware.RequestMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "fengqiao.kernel.audit.middleware.TrailMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "fengqiao.kernel.accounts.lasting.SessionEndsMiddleware",
    "fengqiao.kernel.accounts.middleware.SignInRequiredMiddleware",
    "fengqiao.config.middleware.UnknownSenderMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",  # who is sent to sign in sends no form that counts
    "fengqiao.kernel.accounts.middleware.GateMiddleware",
    "fengqiao.kernel.accounts.middleware.SecondFactorMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["fengqiao.kernel.ui.loaders.TypesetLoader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "fengqiao.kernel.ui.context.frame",
            ],
        },
    }
]
FORM_RENDERER = "fengqiao.kernel.ui.widgets.Renderer"


def sqlite_database() -> dict[str, Any]:
    """One writer at a time, queued; a committed change is on the disk."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / "fengqiao.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


DATABASE_KINDS = ("postgres", "postgresql", "sqlite")
DATABASE_SAID = (
    "环境变量DATABASE_URL应为 postgres://用户:密码@主机:端口/数据库名 的形式;不写则用SQLite。"
)


def named_database(url: str) -> dict[str, Any]:
    """A PostgreSQL connection with a pool per process, which wants CONN_MAX_AGE at 0."""
    if url.partition(":")[0] not in DATABASE_KINDS:
        raise StartRefused(DATABASE_SAID)
    database: dict[str, Any] = env.db_url_config(url)
    if database["ENGINE"] == "django.db.backends.sqlite3":
        return {**sqlite_database(), "NAME": database["NAME"]}
    options = {**database.get("OPTIONS", {}), "pool": {"min_size": 1, "max_size": 8, "timeout": 20}}
    return {**database, "OPTIONS": options, "CONN_MAX_AGE": 0}


DATABASES = {
    "default": named_database(url) if (url := given("DATABASE_URL")) else sqlite_database()
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Rate limits of sign-in must hold across processes; the table is made by `migrate`.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
    }
}
# Whether what was sent and left no trail is an error for the sender too, or for the log alone.
TRAIL_IS_STRICT = False
TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "slow"]},
}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

MESSAGE_TAGS = {40: "danger"}  # errors, as the style sheet calls them

# Of one token of the API.
API_CALLS_A_MINUTE = 300

# Bytes: a request as a whole, what of it is not files, and what of a file stays in memory.
MAX_REQUEST_BYTES = 64 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "fengqiao.kernel.files.coming.SpoolingHandler",
]
MEDIA_ROOT = HOME / "files"

STATIC_URL = "static/"
# Made by set-up out of node_modules; absent where only the command line is used.
STATICFILES_DIRS = [folder for folder in [BASE_DIR / "static"] if folder.is_dir()]
# Hashed and compressed by `collectstatic` for a release; a trial serves the files as they lie.
RELEASE_STATIC = given("FENGQIAO_RELEASE_STATIC") == "1"
STATIC_ROOT = HOME / "static" if RELEASE_STATIC else None
WHITENOISE_USE_FINDERS = not RELEASE_STATIC
WHITENOISE_AUTOREFRESH = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if RELEASE_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"number": {"()": "fengqiao.config.errors.NumberFilter"}},
    "formatters": {
        "line": {
            "()": "fengqiao.config.hygiene.CleanFormatter",
            "format": "%(asctime)s %(levelname)s [%(error_number)s] %(name)s %(message)s",
        }
    },
    "handlers": {
        "file": {
            "class": "logging.handlers.WatchedFileHandler",
            "filename": home.logs() / "fengqiao.log",
            "encoding": "utf-8",
            "delay": True,
            "filters": ["number"],
            "formatter": "line",
        }
    },
    "root": {"handlers": ["file"], "level": "INFO"},
    "loggers": {"django": {"handlers": [], "propagate": True, "level": "INFO"}},
}
