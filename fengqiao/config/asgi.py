"""What the web server runs: Django behind the door that takes requests whole."""

from fengqiao.config.wsgi import application as pages  # first: it starts Django

# isort: split
from django.conf import settings

from fengqiao.config.callers import is_known
from fengqiao.config.door import Door

application = Door(pages, is_known, settings.MAX_REQUEST_BYTES)
