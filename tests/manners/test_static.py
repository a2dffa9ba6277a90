"""What a template loads is kept in the repository, beside the app, or made by set-up."""

import re

from tests.manners.source import files, relative

NAMED = re.compile(r"""\{% static ['"]([^'"]+)['"]""")
MADE_BY_SET_UP = ("vendor/",)


def test_every_file_that_a_template_loads_is_kept():
    kept = {path.split("/static/", 1)[1] for path in map(relative, files("fengqiao/*/static/*"))}
    missing = [
        (relative(template), name)
        for template in files("fengqiao/*.html")
        for name in NAMED.findall(template.read_text(encoding="utf-8"))
        if name not in kept and not name.startswith(MADE_BY_SET_UP)
    ]
    assert kept
    assert missing == []
