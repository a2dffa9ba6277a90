"""What the pages of a kept judgement cost, of few offices and of many, beside each other in one
process; and what keeping a judgement costs.

The judgements are made of generated rosters, in a database of their own that is gone afterwards.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from bench import disputes, roster
from bench.timing import medians

STANDARD, DAY = "taizhou-2021", date(2021, 12, 31)
DEMO = 88  # offices of the demo city, whose judgement is kept while somebody waits
FEW = 1000
ROWS_AN_OFFICE = 4  # of a generated roster
READER = "reader"
MIB = 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many offices the large judgement has; or how many disputes there are, whose pages are measured
    then instead."""
    parser.add_argument("--offices", type=int, default=40_000, help="司法所的数量")
    parser.add_argument("--cases", type=int, help="纠纷的数量,测纠纷的页面")


def run(args: argparse.Namespace) -> dict[str, Any]:
    """Seconds of each page of the large judgement, how many times those of one of 1,000 that is, and
    the peak of the process that showed both. With `--cases` what `disputes.py` measures."""
    if args.cases:
        return disputes.run(args.cases)
    with tempfile.TemporaryDirectory() as home:
        _process(home, "fengqiao.config.cli", "migrate")
        kept = _process(home, "bench.pages", "fill", str(args.offices))
        shown = _process(home, "bench.pages", "show")
    return json.loads(kept) | json.loads(shown) | {"offices": args.offices}


def _process(home: str, *words: str) -> str:
    own = {"FENGQIAO_HOME": home, "DATABASE_URL": "", "FENGQIAO_DEMO": "1"}
    own["DJANGO_SETTINGS_MODULE"] = "fengqiao.config.settings"
    command = [sys.executable, "-m", *words]
    said = subprocess.run(command, env=os.environ | own, stdout=subprocess.PIPE, check=True)
    return said.stdout.decode()


def fill(offices: int) -> dict[str, Any]:
    """Keeps a judgement of few and one of many offices; `kept_s` is that of the demo city's size."""
    from fengqiao.kernel.accounts.enums import Role
    from fengqiao.kernel.accounts.models import User

    reader = User.objects.create_user(READER, name="读者")
    reader.grants.create(role=Role.CITY_BUREAU, begins_on=DAY)
    taken = medians({"kept_s": _keeping(DEMO)}, repeats=5)
    for count in (FEW, offices):
        _keeping(count)()
    return taken


def _keeping(offices: int) -> Callable[[], Any]:
    from fengqiao.oversight.standards.keeping import keep
    from fengqiao.rulebook.judge import judge
    from fengqiao.rulebook.packs import load
    from fengqiao.rulebook.roster import read
    from fengqiao.rulebook.rows import Evidence

    edition = load(STANDARD).edition_on(DAY)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roster.xlsx"
        roster.make(path, offices * ROWS_AN_OFFICE)
        tables = read(path, skip_bad_rows=True).tables_on(DAY)
    return partial(keep, judge(edition, tables), Evidence(edition, tables), by=None)


def show() -> dict[str, Any]:
    """The pages of the two last judgements in turn."""
    from django.test import Client

    from fengqiao.kernel.accounts.models import User
    from fengqiao.oversight.standards.models import Judgement

    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(username=READER))
    many, few = (_addresses(kept) for kept in Judgement.objects.order_by("-pk")[:2])
    found: dict[str, Any] = {}
    for name, address in many.items():
        acts = {"many": partial(_get, client, address), "few": partial(_get, client, few[name])}
        taken = medians(acts)
        found[f"{name}_s"] = taken["many"]
        found[f"{name}_ratio"] = round(taken["many"] / taken["few"], 2)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB
    return found | {"peak_mib": round(peak)}


def _get(client: Any, address: str) -> None:
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address}: {response.status_code}")


def _addresses(kept: Any) -> dict[str, str]:
    from urllib.parse import urlencode

    from django.urls import reverse

    office = kept.offices.order_by("-row")[0]
    at = partial(reverse, args=[kept.pk])
    of_office = [kept.pk, office.row]
    return {
        "city": at("standards:city"),
        "district": f"{at('standards:district')}?{urlencode({'district': office.district})}",
        "offices": at("standards:offices"),
        "who_lacks": f"{at('standards:offices')}?item=premises.area&verdict=unmet",
        "found": f"{at('standards:offices')}?{urlencode({'q': office.name})}",
        "office": reverse("standards:office", args=of_office),
        "fact": reverse("standards:fact", args=[*of_office, "staff_total"]),
    }


def main(act: str, *words: str) -> None:
    """What runs in a process of its own."""
    import django

    django.setup()
    print(json.dumps(fill(*map(int, words)) if act == "fill" else show()))


if __name__ == "__main__":
    main(*sys.argv[1:])
