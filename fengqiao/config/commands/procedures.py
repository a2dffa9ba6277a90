"""The procedures as diagrams, for the documentation."""

import argparse

HELP = "显示办理流程图,或者写入 docs/procedures"
DJANGO = True
KEYS = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--write` renews the pages of the documentation."""
    parser.add_argument("--write", action="store_true", help="写入 docs/procedures")


def run(args: argparse.Namespace) -> int:
    """One page for each procedure, from its table."""
    from fengqiao.config.home import ROOT
    from fengqiao.kernel.workflow.diagram import page
    from fengqiao.kernel.workflow.registry import all_procedures

    for procedure in all_procedures():
        if args.write:
            path = ROOT / "docs" / "procedures" / f"{procedure.name}.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text(page(procedure), encoding="utf-8")
        else:
            print(page(procedure))
    return 0
