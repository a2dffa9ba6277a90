from django.urls import path

from fengqiao.kernel.trail.views import entries, entry, exporting, head, records

app_name = "trail"
urlpatterns = [
    path("", entries.entries, name="entries"),
    path("<int:pk>/", entry.entry, name="entry"),
    path("<int:pk>/open/", entry.open_entry, name="open"),
    path("export/", exporting.export, name="export"),
    path("exports/", exporting.exports, name="exports"),
    path("head/", head.head, name="head"),
    path("of/<str:kind>/<int:pk>/", records.record_trail, name="record"),
]
