from django.urls import path

from fengqiao.kernel.imports import views

app_name = "imports"

urlpatterns = [
    path("", views.imports, name="imports"),
    path("new/<slug:kind>/", views.upload, name="upload"),
    path("new/<slug:kind>/template.xlsx", views.template, name="template"),
    path("<int:pk>/", views.one, name="import"),
    path("<int:pk>/sections/<int:number>/", views.section, name="section"),
    path("<int:pk>/confirm/", views.confirm, name="confirm"),
    path("<int:pk>/check/", views.check, name="check"),
    path("<int:pk>/discard/", views.discard, name="discard"),
    path("<int:pk>/faulty-rows.xlsx", views.faulty_rows, name="faulty_rows"),
]
