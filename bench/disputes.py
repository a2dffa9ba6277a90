"""The pages of disputes, of a few or of a million, beside the smallest Django that does the same.

`bench/floor.py` is that Django; both stand over one throw-away database of the kind that
`DATABASE_URL` names, and take turns.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from bench.timing import Served, serve

ACTS = ("list", "detail", "search", "create")
BESIDE = ("search_rare", "search_absent")
ROUNDS, WARM = 40, 5


def run(cases: int) -> dict[str, Any]:
    """Milliseconds of each page, p50, warm: ours, the floor's, and its statements alone."""
    with database() as (home, env):
        for words in (
            ["fengqiao.config.cli", "migrate"],
            ["bench.disputes", "fill", str(cases)],
            ["bench.floor", "fill"],
        ):
            subprocess.run(
                [sys.executable, "-m", *words], env=env, check=True, stdout=subprocess.DEVNULL
            )
        return measure(home, env)


def measure(home: str, env: dict[str, str]) -> dict[str, Any]:
    ours = Served([sys.executable, "-m", "bench.disputes", "serve"], env)
    floor = Served([sys.executable, "-m", "bench.floor", "serve"], env)
    queries = json.loads((Path(home) / "queries.json").read_text("utf-8"))
    found = {}
    for name in (*ACTS, *BESIDE):
        times: dict[str, list[float]] = {"ours_ms": [], "floor_ms": [], "sql_ms": []}
        for turn in range(ROUNDS + WARM):
            taken = (ours.ask(name), floor.ask(name), floor.ask(f"{name}.sql"))
            if turn >= WARM:
                for into, seconds in zip(times.values(), taken, strict=True):
                    into.append(seconds)
        found[name] = {
            kind: round(1000 * statistics.median(taken), 2) for kind, taken in times.items()
        } | {"queries": queries[name]}
    ours.close()
    floor.close()
    return found


@contextmanager
def database() -> Iterator[tuple[str, dict[str, str]]]:
    """A home and a database of the kind that is named; both are gone afterwards."""
    url = os.environ.get("DATABASE_URL", "")
    own = {"FENGQIAO_DEMO": "1", "DJANGO_SETTINGS_MODULE": "fengqiao.config.settings"}
    with tempfile.TemporaryDirectory() as home:
        own["FENGQIAO_HOME"] = home
        if not url.startswith("postgres"):
            yield home, os.environ | own | {"DATABASE_URL": ""}
            return
        import psycopg

        name = f"fengqiao_bench_{os.getpid()}"
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
            try:
                there = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
                yield home, os.environ | own | {"DATABASE_URL": there}
            finally:
                server.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type]


# -- in a process of its own -------------------------------------------------------------------------


def fill(cases: int) -> None:
    """The disputes, and what the floor and both sides are told of them."""
    from bench.province import fill as fill_province
    from fengqiao.config.settings import HOME

    offices = fill_province(cases)
    office, clerk = offices[len(offices) // 2]
    (HOME / "who.json").write_text(json.dumps({"office": office.pk, "clerk": clerk.pk}))
    (HOME / "floor.json").write_text(json.dumps(told_of_tables(), default=str))
    (HOME / "acts.json").write_text(json.dumps(floor_acts(office.pk, clerk.pk), default=str))


def tables() -> dict[str, Any]:
    from fengqiao.duties.disputes.models import Dispute, DisputeEvent, DisputeToken, Party

    return {"dispute": Dispute, "party": Party, "event": DisputeEvent, "token": DisputeToken}


def kind_of(field: Any) -> str:
    """Our columns in the simplest words; what is encrypted is text to the floor."""
    kinds = {"DateField": "date", "DateTimeField": "time", "BooleanField": "yes"}
    internal = (
        field.target_field.get_internal_type() if field.remote_field else field.get_internal_type()
    )
    if internal == "DecimalField":
        return "money"
    return kinds.get(
        internal, "int" if "Integer" in internal or "AutoField" in internal else "text"
    )


def told_of_tables() -> dict[str, Any]:
    from django.db import connection

    given = connection.settings_dict
    names = ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    return {
        "database": {name: given[name] for name in names} | {"CONN_MAX_AGE": given["CONN_MAX_AGE"]},
        "tables": {
            name: {str(field.column): kind_of(field) for field in model._meta.concrete_fields}
            for name, model in tables().items()
        },
        "sources": {name: model._meta.db_table for name, model in tables().items()},
    }


def looked_for(office: int) -> dict[str, str]:
    """Two signs that many parties of the office have, a whole name, and what nobody is called."""
    from collections import Counter

    from fengqiao.duties.disputes.models import Party
    from fengqiao.lib.pairs import pairs

    parties = Party.objects.filter(dispute__office=office)
    names = list(parties.order_by("pk").values_list("name", flat=True))
    often = Counter(pair for name in names for pair in pairs(name)).most_common(1)[0][0]
    rare = min(Counter(pair for name in names for pair in pairs(name)).items(), key=lambda p: p[1])[
        0
    ]
    return {"search": often, "search_rare": rare, "search_absent": "龘靐"}


def floor_acts(office: int, clerk: int) -> dict[str, Any]:
    from bench import raw
    from fengqiao.duties.disputes.models import Dispute, DisputeEvent, DisputeToken, Party

    field: Any = DisputeToken._meta.get_field("code")
    case = Dispute.objects.filter(office=office, state="agreed").latest("pk")
    made: dict[str, Any] = {
        "dispute": raw.rows_of(Dispute, "id", case.pk)[0],
        "party": raw.rows_of(Party, "dispute_id", case.pk),
        "event": raw.rows_of(DisputeEvent, "case_id", case.pk)[:1],
        "token": raw.rows_of(DisputeToken, "dispute_id", case.pk),
    }
    for row in (made["dispute"], *made["party"], *made["event"], *made["token"]):
        for name in ("id", "dispute_id", "case_id", "registered_on", "at", "on"):
            row.pop(name, None)
    acts: dict[str, Any] = {
        "list": {"address": f"/?office={office}&state=agreed"},
        "detail": {"address": f"/{case.pk}/"},
        "create": {"address": "/new/", "rows": made},
    }
    for name, words in looked_for(office).items():
        code = field.code_of(f"name:{words}")
        acts[name] = {"address": f"/search/?{urlencode({'office': office, 'code': code})}"}
    return acts


def our_acts() -> dict[str, Any]:
    """Each page asked for once by the office's clerk."""
    from django.test import Client
    from django.urls import reverse

    from fengqiao.config.settings import HOME
    from fengqiao.duties.disputes.models import Dispute
    from fengqiao.kernel.accounts.models import User
    from fengqiao.kernel.search.words import sealed

    who = json.loads((HOME / "who.json").read_text())
    clerk = User.objects.get(pk=who["clerk"])
    client = Client(headers={"host": "localhost"})
    client.force_login(clerk)
    case = Dispute.objects.filter(office=who["office"], state="agreed").latest("pk")
    addresses = {
        "list": f"{reverse('disputes:disputes')}?state=agreed",
        "detail": case.get_absolute_url(),
    }
    for name, words in looked_for(who["office"]).items():
        query = urlencode({"q": sealed(words, clerk), "in": "disputes"})
        addresses[name] = f"{reverse('search:search')}?{query}"
    acts = {name: partial(_get, client, address) for name, address in addresses.items()}
    return {**acts, "create": partial(_create, client)}


def _get(client: Any, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")


TYPED = {
    "matter": "neighbours",
    "name": "周海涛",
    "phone": "13812345678",
    "other_name": "钱春梅",
    "summary": "院墙漏水,泡坏了对方堆放的木料。",
    "source": "application",
    "kind": "people",
    "difficulty": "ordinary",
}


def _create(client: Any) -> None:
    from django.urls import reverse

    answer = client.post(reverse("disputes:new"), TYPED)
    if answer.status_code != 302:
        raise RuntimeError(f"new: {answer.status_code}")


def count_queries(acts: dict[str, Any]) -> dict[str, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = {}
    for name, act in acts.items():
        act()
        with CaptureQueriesContext(connection) as context:
            act()
        counts[name] = len(context.captured_queries)
    return counts


def main(act: str, *words: str) -> None:
    """What runs in a process of its own."""
    import django

    django.setup()
    if act == "fill":
        fill(int(words[0]))
    else:
        from fengqiao.config.settings import HOME

        acts = our_acts()
        (HOME / "queries.json").write_text(json.dumps(count_queries(acts)))
        serve(acts)


if __name__ == "__main__":
    main(*sys.argv[1:])
