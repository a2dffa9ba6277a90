from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "fengqiao.kernel.search"
    label = "search"
    verbose_name = _("搜索")

    def ready(self) -> None:
        from fengqiao.kernel.search import registry
        from fengqiao.kernel.ui import top

        top.add(top.Part("search/_box.html", registry.may_search))
