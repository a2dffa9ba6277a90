from django.template import Origin
from django.template.loaders import app_directories

from fengqiao.kernel.ui.typesetting import typeset_template


class TypesetLoader(app_directories.Loader):
    """Templates of the apps, their Chinese text typeset. Put it below the cached loader."""

    def get_contents(self, origin: Origin) -> str:
        return typeset_template(super().get_contents(origin))
