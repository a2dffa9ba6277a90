"""The settings of the product with the drawer, for processes of their own."""

from fengqiao.config.settings import *  # noqa: F403
from fengqiao.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.drawer"]
