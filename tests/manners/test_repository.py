"""What may not lie in the repository, and what may not be said in it."""

import re

from tests.manners.source import ROOT, files, relative

BINARY = {".xlsx", ".xls", ".ods", ".docx", ".png", ".parquet"}
ADDRESS = re.compile(
    r"https?://[^\s\"')>]*(?:/simple/|/-/|\.whl|\.tgz|\.deb)|registry\.npmjs|files\.pythonhosted"
)
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home)/\w+")
MARK = re.compile(
    r"\b(?:TODO|FIXME|XXX|HACK)\b|raise NotImplementedError|pytest\.mark\.(?:skip|xfail)\b"
)


def texts(*patterns):
    for path in files(*patterns):
        if path.suffix not in BINARY and path != ROOT / "tests/manners/test_repository.py":
            yield path, path.read_text(encoding="utf-8")


def places(pattern, *patterns):
    return [
        f"{relative(path)}: {found[0]}"
        for path, text in texts(*patterns)
        if (found := pattern.search(text))
    ]


def test_no_download_address_of_a_registry_is_kept():
    assert places(ADDRESS) == []


def test_no_path_of_a_machine_is_kept():
    assert places(MACHINE) == []


def test_nothing_is_left_unfinished():
    assert places(MARK, "*.py", "*.html", "*.js", "*.css", "*.yaml") == []


def test_no_asset_of_others_is_kept():
    assert [
        relative(path) for path in files("*.min.js", "*.min.css", "*.woff*", "*.ttf", "*.otf")
    ] == []


def test_no_folder_is_empty_but_for_its_marker():
    packages = {path.parent for path in files("fengqiao/*.py")}
    bare = [
        relative(folder)
        for folder in packages
        if len(list(folder.glob("*.py"))) == 1
        and not any(child in packages for child in folder.iterdir())
        and not (folder / "__init__.py").read_text("utf-8").count("\n") > 3
        and folder.name not in {"migrations", "tests"}
    ]
    assert bare == []


def test_a_decision_has_one_number_and_bears_it():
    numbers = {path: int(path.name[:4]) for path in files("docs/adr/*.md")}
    assert len(set(numbers.values())) == len(numbers)
    assert [
        relative(path)
        for path, number in numbers.items()
        if not path.read_text("utf-8").startswith(f"# {number} ")
    ] == []
