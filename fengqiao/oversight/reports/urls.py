from django.urls import path

from fengqiao.oversight.reports import views

app_name = "reports"

urlpatterns = [
    path("", views.monthly, name="monthly"),
    path("monthly/<str:area>/<str:month>/enter/", views.enter, name="enter"),
    path("monthly/<str:area>/<str:month>/<str:form>/", views.download, name="download"),
]
