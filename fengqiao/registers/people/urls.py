from django.urls import path

from fengqiao.registers.people.views import (
    changes,
    exporting,
    lookup,
    merging,
    people,
    person,
    requests,
    told,
)

app_name = "people"
urlpatterns = [
    path("", people.people, name="people"),
    path("search/", people.search, name="search"),
    path("lookup/", lookup.lookup, name="lookup"),
    path("export/", exporting.export, name="export"),
    path("new/", changes.new, name="new"),
    path("requests/", requests.requests, name="requests"),
    path("requests/<int:pk>/", requests.one, name="request"),
    path("requests/<int:pk>/copy/", requests.copy, name="copy"),
    path("requests/<int:pk>/decide/", requests.decide, name="decide"),
    path("requests/<int:pk>/answer/", requests.answer, name="answer"),
    path("told/", told.notices, name="told_list"),
    path("told/<str:name>/", told.told, name="told"),
    path("told/<str:name>/print/", told.told_paper, name="told_paper"),
    path("<int:pk>/", person.person, name="person"),
    path("<int:pk>/open/", person.open_person, name="open"),
    path("<int:pk>/ask/", requests.ask, name="ask"),
    path("<int:pk>/change/", changes.change, name="change"),
    path("<int:pk>/merge/", merging.other, name="merge_other"),
    path("<int:pk>/merge/<int:other>/", merging.merge, name="merge"),
    path("merges/<int:pk>/undo/", merging.unmerge, name="unmerge"),
    path("<int:pk>/known/<int:area>/", changes.known, name="known"),
]
