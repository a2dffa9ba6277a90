"""The door for the web server; shut, with one sentence, where a setting is wrong, the database does not
answer, or the keys are not those of the database."""

import os
import sys
from typing import Any

from fengqiao.lib.faults import StartRefused
from fengqiao.lib.typography import typeset

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fengqiao.config.settings")


def started() -> Any:
    """Django, once all that it needs is there."""
    from django.core.wsgi import get_wsgi_application

    made = get_wsgi_application()
    from django.db import connection

    from fengqiao.config.reaching import reach
    from fengqiao.kernel.crypto.starting import check

    try:
        reach()
        check()
    finally:
        connection.close()
    return made


try:
    application = started()
except StartRefused as refused:
    sys.stderr.write(typeset(refused.message) + "\n")
    sys.exit(1)
