from django.urls import path

from fengqiao.kernel.deadlines import views

app_name = "deadlines"
urlpatterns = [
    path("", views.reckon, name="reckon"),
    path("calendar/<int:year>/", views.year, name="year"),
    path("arrangements/new/", views.enter, name="enter"),
    path("arrangements/<int:pk>/", views.arrangement, name="arrangement"),
    path("arrangements/<int:pk>/confirm/", views.confirm, name="confirm"),
    path("arrangements/<int:pk>/discard/", views.discard, name="discard"),
]
