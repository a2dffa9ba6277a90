from django.urls import path

from fengqiao.oversight.reports.views import figures, monthly

app_name = "reports"

urlpatterns = [
    path("", figures.figures, name="figures"),
    path("monthly/", monthly.monthly, name="monthly"),
    path("monthly/<str:area>/<str:month>/enter/", monthly.enter, name="enter"),
    path("monthly/<str:area>/<str:month>/<str:form>/", monthly.download, name="download"),
]
