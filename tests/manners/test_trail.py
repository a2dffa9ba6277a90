"""Whoever writes an act writes its trail."""

import ast

from fengqiao.kernel.audit.registry import all_acts
from tests.manners.source import product_files, relative

RECORDS = {"record", "_record", "begin", "perform"}  # the engine of procedures records


def action_modules():
    return [
        path
        for path in product_files()
        if path.name == "actions.py" or (path.parent.name == "actions" and path.name != "common.py")
    ]


def called(node):
    """The names of the functions that a piece of code calls."""
    calls = (part.func for part in ast.walk(node) if isinstance(part, ast.Call))
    return {getattr(func, "attr", getattr(func, "id", "")) for func in calls}


def test_every_act_function_records_what_it_did():
    """An act takes the actor as `by` and opens a turn or a transaction; a helper does not."""
    forgetful = [
        f"{relative(path)}: {function.name}"
        for path in action_modules()
        for function in ast.parse(path.read_text("utf-8")).body
        if isinstance(function, ast.FunctionDef)
        and not function.name.startswith("_")
        and called(function) & {"register_turn", "turn", "atomic"}
        and not called(function) & RECORDS
    ]
    assert action_modules()
    assert forgetful == []


def test_every_act_that_is_stated_is_recorded_somewhere():
    """Its name, or what follows the app in it, is a text in the code, beside its own row."""
    trees = [ast.parse(path.read_text("utf-8")) for path in product_files()]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    rows = {
        id(node.args[0])
        for node in nodes
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Act"
    }
    said = {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in rows
    }
    names = [act.name for act in all_acts()]
    assert [name for name in names if not said & {name, name.partition(".")[2]}] == []
