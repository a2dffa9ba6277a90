from django.urls import path

from fengqiao.kernel.trail.views import entries, entry, head, records

app_name = "trail"
urlpatterns = [
    path("", entries.entries, name="entries"),
    path("<int:pk>/", entry.entry, name="entry"),
    path("<int:pk>/open/", entry.open_entry, name="open"),
    path("head/", head.head, name="head"),
    path("of/<str:kind>/<int:pk>/", records.record_trail, name="record"),
]
