"""The door for the web server; shut where the keys are not those of the database."""

import os
import sys

from django.core.wsgi import get_wsgi_application
from django.db import connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fengqiao.config.settings")
application = get_wsgi_application()

from fengqiao.kernel.crypto.starting import check  # noqa: E402
from fengqiao.lib.faults import StartRefused  # noqa: E402
from fengqiao.lib.typography import typeset  # noqa: E402

try:
    check()
except StartRefused as refused:
    sys.stderr.write(typeset(refused.message) + "\n")
    sys.exit(1)
finally:
    connection.close()
