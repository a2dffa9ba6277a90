from django.urls import path

from fengqiao.kernel.api import views

app_name = "tokens"
urlpatterns = [
    path("", views.tokens, name="tokens"),
    path("new/", views.new, name="new"),
    path("<int:pk>/end/", views.end, name="end"),
    path("reference/", views.reference, name="reference"),
    path("openapi.json", views.openapi, name="openapi"),
]
