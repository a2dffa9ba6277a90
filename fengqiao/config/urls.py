"""Root addresses; every page wants a signed-in user unless its view says otherwise."""

from django.urls import include, path

from fengqiao.config import views
from fengqiao.config.upkeep import views as upkeep

urlpatterns = [
    path("", include("fengqiao.front.workbench.urls")),
    path("access/", include("fengqiao.kernel.access.urls")),
    path("accounts/", include("fengqiao.kernel.accounts.urls")),
    path("api/v1/", include("fengqiao.kernel.api.v1")),
    path("imports/", include("fengqiao.kernel.imports.urls")),
    path("jobs/", include("fengqiao.kernel.jobs.urls")),
    path("notices/", include("fengqiao.kernel.notices.urls")),
    path("organisations/", include("fengqiao.registers.organisations.urls")),
    path("disputes/", include("fengqiao.duties.disputes.urls")),
    path("mediation/", include("fengqiao.registers.mediation.urls")),
    path("documents/", include("fengqiao.kernel.documents.urls")),
    path("people/", include("fengqiao.registers.people.urls")),
    path("protection/", include("fengqiao.registers.protection.urls")),
    path("search/", include("fengqiao.kernel.search.urls")),
    path("reports/", include("fengqiao.oversight.reports.urls")),
    path("standards/", include("fengqiao.oversight.standards.urls")),
    path("deadlines/", include("fengqiao.kernel.deadlines.urls")),
    path("trail/", include("fengqiao.kernel.trail.urls")),
    path("tokens/", include("fengqiao.kernel.api.urls")),
    path("health/", upkeep.health, name="health"),
    path("health/worker/", upkeep.worker, name="health_worker"),
    path("health/trail/", upkeep.trail, name="health_trail"),
    path("metrics/", upkeep.metrics, name="metrics"),
]

handler400 = views.bad_request
handler403 = views.forbidden
handler404 = views.not_found
handler500 = views.server_error
handler429 = "fengqiao.config.views.too_many"  # allauth asks for a dotted name
