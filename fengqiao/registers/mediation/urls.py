from django.urls import path

from fengqiao.registers.mediation.views import bodies, lists, mediators

app_name = "mediation"
urlpatterns = [
    path("", lists.bodies, name="bodies"),
    path("export/", lists.export_bodies, name="export_bodies"),
    path("bodies/new/", bodies.new, name="new"),
    path("bodies/<int:pk>/", bodies.body, name="body"),
    path("bodies/<int:pk>/change/", bodies.change, name="change"),
    path("bodies/<int:pk>/renew/", bodies.renew, name="renew"),
    path("bodies/<int:pk>/filing/", bodies.filing, name="filing"),
    path("bodies/<int:pk>/close/", bodies.close, name="close"),
    path("bodies/<int:pk>/join/", bodies.join, name="join"),
    path("mediators/", lists.mediators, name="mediators"),
    path("mediators/export/", lists.export_mediators, name="export_mediators"),
    path("mediators/training/", mediators.train, name="train"),
    path("mediators/<int:pk>/", mediators.mediator, name="mediator"),
    path("mediators/<int:pk>/change/", mediators.change, name="change_mediator"),
    path("mediators/<int:pk>/account/", mediators.account, name="account"),
    path("seats/<int:pk>/end/", mediators.end_seat, name="end_seat"),
]
