from django.urls import path

from fengqiao.registers.protection.views import destruction, holds, keeping

app_name = "protection"
urlpatterns = [
    path("", keeping.keeping, name="keeping"),
    path("lists/<int:pk>/", destruction.destruction, name="destruction"),
    path("lists/<int:pk>/ask/", destruction.ask, name="ask"),
    path("lists/<int:pk>/confirm/", destruction.confirm, name="confirm"),
    path("lists/<int:pk>/return/", destruction.give_back, name="return"),
    path("lists/<int:pk>/print/", destruction.paper_of, name="print"),
    path("holds/<str:kind>/<int:pk>/", holds.hold, name="hold"),
    path("holds/<int:pk>/lift/", holds.lift, name="lift"),
]
