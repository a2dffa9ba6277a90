from django.urls import path

from fengqiao.kernel.documents import views

app_name = "documents"
urlpatterns = [
    path("check/<str:code>/", views.check, name="check"),
]
