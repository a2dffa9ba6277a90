"""Judgements kept before are told in the new rows: a few offices at a time, nothing of them changed.

What the code did on the day of this migration stands here once more, so that it may change there.
"""

import json
import zlib
from collections import Counter, defaultdict
from fractions import Fraction

from django.db import migrations

BATCH = 200
LETTERS = {"met": "m", "unmet": "u", "unknown": "n"}
ITEM = ("id", "clause", "verdict", "actual", "required", "gap", "why")


def carry_over(apps, schema_editor):
    Judgement = apps.get_model("standards", "Judgement")
    for kept in Judgement.objects.order_by("pk").iterator():
        _carry_one(apps, kept)


def _carry_one(apps, kept):
    JudgedOffice = apps.get_model("standards", "JudgedOffice")
    JudgedDetail = apps.get_model("standards", "JudgedDetail")
    columns = [
        (item["id"], clause) for item in kept.about.get("items", []) for clause in _clauses(item)
    ]
    rows = JudgedOffice.objects.filter(judgement=kept)
    by_code = sorted(rows.values_list("code", "pk"))
    groups = defaultdict(Counter)
    for start in range(0, len(by_code), BATCH):
        numbers = {pk: start + at for at, (_code, pk) in enumerate(by_code[start:][:BATCH], 1)}
        found = list(rows.filter(pk__in=numbers))
        for row in found:
            row.row = numbers[row.pk]
            row.verdicts = _verdicts(row.items, columns)
            groups[row.district][row.size, row.meets, row.verdicts] += 1
        JudgedOffice.objects.bulk_update(found, ["row", "verdicts"])
        JudgedDetail.objects.bulk_create(
            JudgedDetail(judged_id=row.pk, packed=_packed(row)) for row in found
        )
    _tally(apps.get_model("standards", "Tally"), kept, groups)


def _clauses(item):
    clause = item["clause"]
    if isinstance(clause, str):
        return [clause]
    cells = [value for _words, value in clause["cells"]]
    return list(dict.fromkeys(str(value) for value in (*cells, clause["unknown"])))


def _verdicts(items, columns):
    places = {column: at for at, column in enumerate(columns)}
    letters = ["."] * len(columns)
    for item in items:
        letters[places[item["id"], item["clause"]]] = LETTERS[item["verdict"]]
    return "".join(letters)


def _packed(row):
    kept = {
        "items": [[item[name] for name in ITEM] for item in row.items],
        "facts": {
            name: [fact["value"], fact["among"], _source(fact["source"])]
            for name, fact in row.facts.items()
        },
        "evidence": row.evidence,
    }
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), 1)


def _source(source):
    return [source["kind"], source["text"], source["on"]] if source else None


def _tally(Tally, kept, groups):
    found = []
    for place, district in enumerate(sorted(groups), start=1):
        sizes = {size: Counter() for size in kept.about["classes"]}
        for (size, meets, verdicts), count in groups[district].items():
            sizes.setdefault(size, Counter())[meets, verdicts] += count
        for size, group in sizes.items():
            one = _counted(group) | _target(kept.about, size, group)
            found.append(one | {"place": place, "district": district, "size": size})
    every = defaultdict(list)
    for one in found:
        every[one["size"]].append(one)
    sums = [_sum(group) | {"size": size} for size, group in every.items()]
    Tally.objects.bulk_create((Tally(judgement=kept, **one) for one in [*sums, *found]), BATCH)


def _counted(group):
    items = [[0, 0, 0] for _letter in next((verdicts for _meets, verdicts in group), "")]
    for (_meets, verdicts), count in group.items():
        for at, letter in enumerate(verdicts):
            if letter != ".":
                items[at]["mun".index(letter)] += count
    return {"items": items, **_offices(group)}


def _offices(group):
    met = sum(count for (meets, _), count in group.items() if meets)
    unknown = sum(count for (meets, _), count in group.items() if meets is None)
    return {"offices": group.total(), "met": met, "unknown": unknown}


def _target(about, size, group):
    if size not in about["classes"]:
        return {"targets": 0, "reached": 0, "short_by": 0}
    offices = _offices(group)
    needed = -(-Fraction(about["targets"].get(size, 0)) * offices["offices"] // 1)
    short_by = max(int(needed) - offices["met"], 0)
    return {"targets": 1, "reached": int(not short_by), "short_by": short_by}


def _sum(group):
    names = ("offices", "met", "unknown", "targets", "reached", "short_by")
    items = [one["items"] for one in group if one["items"]]
    return {
        "place": 0,
        "items": [[sum(cell) for cell in zip(*column)] for column in zip(*items)],
        **{name: sum(one[name] for one in group) for name in names},
    }


class Migration(migrations.Migration):
    dependencies = [("standards", "0005_narrow_rows")]

    operations = [migrations.RunPython(carry_over)]
