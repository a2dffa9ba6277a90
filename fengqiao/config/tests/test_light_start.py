"""A web process and a command that judges nothing stay small: slow libraries come with their first
use."""

import os
import subprocess
import sys

from fengqiao.config.home import ROOT

SLOW = ("docx", "duckdb", "ibis", "jsonschema", "matplotlib", "polars", "weasyprint", "xlsxwriter")
START = f"""
import sys, django
django.setup()
import fengqiao.config.urls
print(*[name for name in {SLOW!r} if name in sys.modules])
"""


def test_no_slow_library_is_loaded_by_starting(tmp_path):
    environment = {
        "PYTHONPATH": str(ROOT),
        "FENGQIAO_HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
    }
    environment |= {"DJANGO_SETTINGS_MODULE": "fengqiao.config.settings"}
    said = subprocess.check_output([sys.executable, "-P", "-c", START], env=environment, text=True)
    assert said.split() == []
