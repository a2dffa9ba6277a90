"""The smallest signed-in Django that does the same: lists, shows, searches and creates disputes with
the same columns, parties, event and codes, in one transaction, as durable; without rights,
encryption, trail, terms and our frame. What ours is compared with.

Its tables stand beside ours in the same throw-away database and hold the same rows.
"""

import json
import os
import sys
from functools import partial
from pathlib import Path
from typing import Any

from bench.timing import serve

FIELDS = {"date": "DateField", "time": "DateTimeField", "int": "BigIntegerField"}
FIELDS |= {"yes": "BooleanField", "money": "DecimalField", "text": "TextField"}
PAGE = """<!DOCTYPE html><title>{% block t %}{% endblock %}</title><p>{{ request.user.username }}</p>"""
LIST = (
    PAGE
    + """<p>{{ count }}</p><table>{% for case in cases %}<tr>
<td><a href="/{{ case.id }}/">{{ case.number }}</a><td>{{ case.names }}<td>{{ case.matter }}
<td>{{ case.state }}<td>{{ case.registered_on|date:"Y-m-d" }}<td>{{ case.owner_id }}
</tr>{% endfor %}</table>"""
)
DETAIL = (
    PAGE
    + """<h1>{{ case.number }}</h1><dl>
{% for name, value in columns %}<dt>{{ name }}<dd>{{ value }}{% endfor %}</dl>
<ul>{% for party in parties %}<li>{{ party.name }} {{ party.side }} {{ party.phone }}{% endfor %}</ul>
<ol>{% for event in events %}<li>{{ event.on|date:"Y-m-d" }} {{ event.act }} {{ event.by_id }}
{{ event.at }}{% endfor %}</ol>"""
)
SIZE, MOST = 50, 10_000


def settings(home: Path) -> None:
    """Sessions, accounts, forgery protection; the same database as ours."""
    from django.conf import settings as chosen

    given = json.loads((home / "floor.json").read_text("utf-8"))
    chosen.configure(
        SECRET_KEY="x" * 50,
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="bench.floor",
        USE_TZ=True,
        TIME_ZONE="Asia/Shanghai",
        DATABASES={"default": given["database"]},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        SESSION_ENGINE="django.contrib.sessions.backends.db",
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "loaders": [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                (
                                    "django.template.loaders.locmem.Loader",
                                    {"list": LIST, "detail": DETAIL},
                                )
                            ],
                        )
                    ],
                    "context_processors": ["django.template.context_processors.request"],
                },
            }
        ],
    )
    import django

    django.setup()
    make_models(given["tables"])


MODELS: dict[str, Any] = {}


def make_models(tables: dict[str, dict[str, str]]) -> None:
    """A model for each of our tables, with the same columns."""
    from django.db import models

    indexes = {
        "dispute": [
            ("office_id", "state", "-registered_on", "-id"),
            ("office_id", "-registered_on", "-id"),
        ],
        "party": [("dispute_id",)],
        "event": [("case_id",)],
        "token": [("code", "office_id", "dispute_id"), ("dispute_id",)],
    }
    for name, columns in tables.items():
        fields = {
            column: getattr(models, FIELDS[kind])(
                null=True, **({"max_digits": 14, "decimal_places": 2} if kind == "money" else {})
            )
            for column, kind in columns.items()
            if column != "id"
        }
        meta = {
            "app_label": "floor",
            "db_table": f"floor_{name}",
            "indexes": [
                models.Index(fields=fields, name=f"floor_{name}_{at}")
                for at, fields in enumerate(indexes[name])
            ],
        }
        MODELS[name] = type(
            name.title(),
            (models.Model,),
            {"__module__": __name__, "Meta": type("Meta", (), meta), **fields},
        )


def fill(sources: dict[str, str]) -> None:
    """The same rows as ours."""
    from django.contrib.auth.models import User
    from django.core.management.color import no_style
    from django.db import connection

    with connection.schema_editor() as editor:
        editor.create_model(User)
        for model in MODELS.values():
            editor.create_model(model)
    with connection.cursor() as cursor:
        for name, table in sources.items():
            columns = ", ".join(f'"{f.column}"' for f in MODELS[name]._meta.concrete_fields)
            cursor.execute(f"INSERT INTO floor_{name} ({columns}) SELECT {columns} FROM {table}")  # noqa: S608
        for statement in connection.ops.sequence_reset_sql(no_style(), list(MODELS.values())):
            cursor.execute(statement)
        cursor.execute("ANALYZE")
    User.objects.create_user("reader")


# -- pages -------------------------------------------------------------------------------------------


def listing(request: Any) -> Any:
    cases = MODELS["dispute"].objects.filter(office_id=int(request.GET["office"]))
    cases = cases.filter(state=request.GET["state"])
    count = cases[: MOST + 1].count()
    return _shown(request, cases.order_by("-registered_on", "-id")[:SIZE], count)


def search(request: Any) -> Any:
    codes = request.GET.getlist("code")
    tokens = MODELS["token"].objects.filter(code__in=codes, office_id=int(request.GET["office"]))
    cases = MODELS["dispute"].objects.filter(id__in=tokens.values("dispute_id"))
    count = cases[: MOST + 1].count()
    return _shown(request, cases.order_by("-id")[:SIZE], count)


def _shown(request: Any, rows: Any, count: int) -> Any:
    from django.shortcuts import render

    cases = list(rows)
    names: dict[int, list[str]] = {}
    for party in MODELS["party"].objects.filter(dispute_id__in=[case.id for case in cases]):
        names.setdefault(party.dispute_id, []).append(party.name)
    for case in cases:
        case.names = " ".join(names.get(case.id, []))
    return render(request, "list", {"cases": cases, "count": count})


def detail(request: Any, pk: int) -> Any:
    from django.shortcuts import get_object_or_404, render

    case = get_object_or_404(MODELS["dispute"], id=pk)
    return render(
        request,
        "detail",
        {
            "case": case,
            "columns": [(f.name, getattr(case, f.name)) for f in case._meta.fields],
            "parties": MODELS["party"].objects.filter(dispute_id=pk).order_by("id"),
            "events": MODELS["event"].objects.filter(case_id=pk).order_by("id"),
        },
    )


def create(request: Any) -> Any:
    from django.db import transaction
    from django.http import HttpResponseRedirect
    from django.utils import timezone

    now, given = timezone.now(), json.loads(request.POST["rows"])
    with transaction.atomic():
        case = MODELS["dispute"](**given["dispute"])
        case.registered_on = timezone.localdate()
        case.save()
        for name, owner in (("party", "dispute_id"), ("event", "case_id"), ("token", "dispute_id")):
            rows = [MODELS[name](**row, **{owner: case.id}) for row in given[name]]
            for row in rows:
                if name == "event":
                    row.at, row.on = now, timezone.localdate()
            MODELS[name].objects.bulk_create(rows)
    return HttpResponseRedirect(f"/{case.id}/")


def urlpatterns_of() -> list[Any]:
    from django.contrib.auth.decorators import login_required
    from django.urls import path

    pages = [("", listing), ("search/", search), ("new/", create), ("<int:pk>/", detail)]
    return [path(at, login_required(view)) for at, view in pages]


def __getattr__(name: str) -> Any:
    if name == "urlpatterns":  # Django asks once it is set up
        return urlpatterns_of()
    raise AttributeError(name)


# -- acts --------------------------------------------------------------------------------------------


def acts(wanted: dict[str, Any]) -> dict[str, Any]:
    """Each page asked for once; and the statements of the same, through the bare driver."""
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client()
    client.force_login(User.objects.get(username="reader"))
    found: dict[str, Any] = {}
    for name, asked in wanted.items():
        call = partial(_ask, client, asked["address"], asked.get("rows"))
        found[name] = call
        found[f"{name}.sql"] = Replay(call).run
    return found


def _ask(client: Any, address: str, rows: Any) -> None:
    answer = client.post(address, {"rows": json.dumps(rows)}) if rows else client.get(address)
    if answer.status_code not in (200, 302):
        raise RuntimeError(f"{address}: {answer.status_code}")


class Replay:
    """The statements that a call sent, sent again by the driver alone."""

    def __init__(self, call: Any) -> None:
        from django.db import connection

        self.sent: list[tuple[str, Any]] = []
        with connection.execute_wrapper(self.note):
            call()
        self.writes = any(sql.startswith("INSERT") for sql, _ in self.sent)
        self.driver = self.connect(connection)

    def note(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(("SAVEPOINT", "RELEASE", "BEGIN")):
            self.sent.append((sql, params))
        return execute(sql, params, many, context)

    def connect(self, connection: Any) -> Any:
        if connection.vendor == "postgresql":
            import psycopg

            given = connection.get_connection_params()
            names = ("dbname", "user", "password", "host", "port")
            return psycopg.connect(**{n: given[n] for n in names if n in given}, autocommit=True)
        import sqlite3

        driver = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        driver.execute("PRAGMA journal_mode=WAL")
        driver.execute("PRAGMA synchronous=FULL")
        self.sent = [(sql.replace("%s", "?"), params) for sql, params in self.sent]
        return driver

    def run(self) -> None:
        cursor = self.driver.cursor()
        if self.writes:
            cursor.execute("BEGIN")
        for sql, params in self.sent:
            cursor.execute(sql, params or ())
            if cursor.description:
                cursor.fetchall()
        if self.writes:
            cursor.execute("COMMIT")
        cursor.close()


def main(act: str) -> None:
    """What runs in a process of its own."""
    home = Path(os.environ["FENGQIAO_HOME"])
    settings(home)
    if act == "fill":
        fill(json.loads((home / "floor.json").read_text("utf-8"))["sources"])
    else:
        serve(acts(json.loads((home / "acts.json").read_text("utf-8"))))


if __name__ == "__main__":
    sys.modules["bench.floor"] = sys.modules["__main__"]
    main(sys.argv[1])
