from django.urls import path

from fengqiao.oversight.standards.views import exports, judgements, offices, places, reports

app_name = "standards"

urlpatterns = [
    path("", judgements.overview, name="overview"),
    path("judge/", judgements.judge, name="judge"),
    path("judgements/", judgements.judgements, name="judgements"),
    path("judgements/<int:pk>/", places.city, name="city"),
    path("judgements/<int:pk>/district/", places.district, name="district"),
    path("judgements/<int:pk>/offices/", places.offices, name="offices"),
    path("judgements/<int:pk>/offices/<int:row>/", offices.office, name="office"),
    path("judgements/<int:pk>/offices/<int:row>/facts/<str:name>/", offices.fact, name="fact"),
    path("judgements/<int:pk>/export/<str:name>/", exports.export, name="export"),
    path("judgements/<int:pk>/withdraw/", judgements.withdraw, name="withdraw"),
    path("judgements/<int:pk>/report/", reports.order, name="report"),
    path("judgements/<int:pk>/report/<str:form>/", reports.download, name="download"),
]
