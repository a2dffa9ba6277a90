"""Lists, shows and checks standards; needs no database."""

import argparse
from typing import TYPE_CHECKING

from fengqiao.config.console import tell

if TYPE_CHECKING:
    from fengqiao.rulebook.packs import Edition, Pack

HELP = "列出、查看、检查标准(规则包)"
DJANGO = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`list`, or `show`, `check` and `diff` with the standards asked for."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="list|show|check|diff")
    acts.add_parser("list", help="列出已装的标准")
    show = acts.add_parser("show", help="查看一个标准的版本、条目和歧义")
    show.add_argument("standard", help="标准的编号,或规则包文件夹的路径")
    check = acts.add_parser("check", help="检查规则包,并运行它的例子")
    check.add_argument(
        "standard", nargs="*", help="标准的编号,或规则包文件夹的路径;不写就检查全部已装的"
    )
    diff = acts.add_parser("diff", help="逐项比较两个版本")
    diff.add_argument(
        "standard",
        nargs="+",
        help="一个标准(比较最近的两个版本),或者两个标准;可在后面写@和版本号,如taizhou-2021@2021-08-19",
    )


def run(args: argparse.Namespace) -> int:
    """0, or 2 where a pack is refused or an example of it does not hold."""
    if args.act == "list":
        return list_installed()
    if args.act == "diff":
        return diff(args.standard)
    return show(args.standard) if args.act == "show" else check(args.standard)


def list_installed() -> int:
    """One line for each standard: id, title, first days of its editions."""
    from fengqiao.rulebook.packs import installed

    for pack in installed():
        since = "、".join(edition.valid_from.isoformat() for edition in pack.editions)
        print(f"{pack.id}\t{pack.title}\t版本自{since}起施行")
    return 0


def show(standard: str) -> int:
    """The standard as a jurist would check it against the document."""
    from fengqiao.lib.typography import typeset
    from fengqiao.rulebook.packs import load

    pack = load(standard)
    lines = [line for part in (_head(pack), *map(_edition, pack.editions)) for line in part]
    print("\n".join(typeset(line) for line in lines))
    return 0


def _head(pack: "Pack") -> list[str]:
    issued = f"{pack.issuer},{pack.issued_on.isoformat()}"
    return [f"{pack.title}({pack.id})", f"依据:《{pack.document}》({issued})", pack.note]


def _edition(edition: "Edition") -> list[str]:
    until = f"至{edition.valid_to.isoformat()}(不含)" if edition.valid_to else "起"
    lines = ["", f"版本 {edition.id}:自{edition.valid_from.isoformat()}{until}施行"]
    for section, title in edition.sections.items():
        lines += ["", f"{section} {title}"]
        lines += [
            f"  {_clauses(item.clause)}  {item.title}  [{item.id}]"
            for item in edition.items
            if item.section == section
        ]
    lines += ["", "年度目标"]
    lines += [
        f"  {year}年起  "
        + "  ".join(f"{name}{float(share * 100):g}%" for name, share in shares.items())
        for year, shares in edition.targets.years
    ]
    lines += ["", "文件没有说清、本规则包所取的读法"]
    return lines + [f"  {one.clause}  {one.text}取:{one.taken}" for one in edition.ambiguities]


def _clauses(clause: object) -> str:
    cells = getattr(clause, "cells", None)
    return "、".join(dict.fromkeys(str(cell) for _, cell in cells)) if cells else str(clause)


def check(standards: list[str]) -> int:
    """Reports every pack before it ends, so that one run shows everything that is to be mended."""
    from fengqiao.lib.faults import InputRefused
    from fengqiao.rulebook.packs import ROOT, installed_folders

    asked = standards or [str(folder) for folder in installed_folders(ROOT)]
    refused = 0
    for standard in asked:
        try:
            refused += not _holds(standard)
        except InputRefused as error:
            refused += 1
            tell("\n".join([error.message, *map(str, error.faults)]))
    return 2 if refused else 0


def _holds(standard: str) -> bool:
    from fengqiao.lib.typography import typeset
    from fengqiao.rulebook.examples import examples_of, failures
    from fengqiao.rulebook.packs import load

    pack = load(standard)
    examples = examples_of(pack)
    failed = list(failures(pack, examples))
    for example, why in failed:
        tell(f"{pack.id} {example.place} {example.says} {why}")
    items = sum(len(edition.items) for edition in pack.editions)
    state = f"{len(failed)}个例子不成立" if failed else f"{len(examples)}个例子都成立"
    print(typeset(f"{pack.id}: {len(pack.editions)}个版本、{items}个条目,{state}"))
    return not failed


def diff(standards: list[str]) -> int:
    """What the newer edition asks otherwise; 0 whether or not they differ."""
    from fengqiao.lib.typography import typeset
    from fengqiao.rulebook.differing import differences, told

    before, after = _two(standards)
    found = list(differences(before, after))
    head = [f"原:{_named(before)}", f"新:{_named(after)}", f"不同之处{len(found)}处"]
    print("\n".join([*map(typeset, head), *told(found)]))
    return 0


def _two(standards: list[str]) -> "tuple[Edition, Edition]":
    """Of one standard the last two editions; of two the editions that are named, or their last."""
    from fengqiao.lib.faults import InputRefused

    if len(standards) == 2:
        return _edition_of(standards[0]), _edition_of(standards[1])
    if len(standards) > 2:
        raise InputRefused("一次比较两个版本,请写一个或者两个标准")
    pack, named = _pack_and_edition(standards[0])
    if named or len(pack.editions) == 1:
        raise InputRefused(f"《{pack.title}》只有一个版本可以比较,请再写一个标准或者版本")
    before, after = sorted(pack.editions, key=lambda one: one.valid_from)[-2:]
    return before, after


def _edition_of(asked: str) -> "Edition":
    from fengqiao.lib.faults import InputRefused

    pack, named = _pack_and_edition(asked)
    if not named:
        return max(pack.editions, key=lambda one: one.valid_from)
    found = next((one for one in pack.editions if one.id == named), None)
    if found is None:
        known = "、".join(one.id for one in pack.editions)
        raise InputRefused(f"《{pack.title}》没有版本{named},有的版本:{known}")
    return found


def _pack_and_edition(asked: str) -> "tuple[Pack, str]":
    from pathlib import Path

    from fengqiao.rulebook.packs import load

    name, at, edition = asked.rpartition("@")
    if not at or Path(asked).exists():  # a folder may have the sign in its name
        return load(asked), ""
    return load(name), edition


def _named(edition: "Edition") -> str:
    return f"《{edition.title}》{edition.id}版,自{edition.valid_from.isoformat()}起施行"
