"""Files stay small enough to be read at one sitting."""

import statistics

from tests.manners.source import files, product_files, relative

LONGEST = 400
# A longer file needs its reason here.
REASONS: dict[str, str] = {}


def lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_file_is_long_without_a_reason():
    sources = files("*.py", "*.html", "*.js", "*.css", "*.sh")
    long = {
        relative(path)
        for path in sources
        if lines(path) > LONGEST and "migrations" not in path.parts
    }
    assert long - REASONS.keys() == set()
    assert REASONS.keys() - long == set(), "a reason for a file that is short again"


def test_half_of_the_files_are_under_eighty_lines():
    sizes = [size for size in map(lines, product_files()) if size > 1]
    assert statistics.median(sizes) < 80
