from django.urls import path

from fengqiao.front.workbench import views

app_name = "workbench"
urlpatterns = [path("", views.today, name="today")]
