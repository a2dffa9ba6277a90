from django.urls import path

from fengqiao.kernel.search import views

app_name = "search"
urlpatterns = [
    path("", views.search, name="search"),
    path("for/", views.search_for, name="for"),
]
