from django.urls import path

from fengqiao.kernel.documents import template_views, views

app_name = "documents"
urlpatterns = [
    path("check/<str:code>/", views.check, name="check"),
    path("templates/", template_views.templates, name="templates"),
    path("templates/<int:pk>/<str:document>/", template_views.template, name="template"),
    path("templates/<int:pk>/<str:document>/file/", template_views.template_file, name="file"),
    path("templates/<int:pk>/<str:document>/back/", template_views.put_back, name="put_back"),
]
