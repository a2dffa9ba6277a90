from django.urls import path

from fengqiao.registers.organisations.views import (
    accounts,
    changes,
    offices,
    photos,
    places,
    staff,
    taking_back,
)

app_name = "organisations"
urlpatterns = [
    path("", offices.offices, name="offices"),
    path("export/", offices.export, name="export"),
    path("offices/new/", changes.new, name="new"),
    path("offices/<int:pk>/", offices.office, name="office"),
    path("offices/<int:pk>/change/", changes.change, name="change"),
    path("offices/<int:pk>/close/", changes.close, name="close"),
    path("offices/<int:pk>/class/", changes.confirm_class, name="class"),
    path("offices/<int:pk>/values/", changes.values, name="values"),
    path("offices/<int:pk>/findings/", changes.findings, name="findings"),
    path("offices/<int:pk>/rooms/", changes.rooms, name="rooms"),
    path("offices/<int:pk>/equipment/", changes.equipment, name="equipment"),
    path("offices/<int:pk>/staff/new/", staff.join, name="join"),
    path("offices/<int:pk>/photos/new/", photos.add_photo, name="add_photo"),
    path("photos/<int:pk>/", photos.photo, name="photo"),
    path("photos/<int:pk>/end/", photos.end_photo, name="end_photo"),
    path("staff/<int:pk>/", staff.change, name="person"),
    path("staff/<int:pk>/leave/", staff.leave, name="leave"),
    path("staff/<int:pk>/account/", accounts.make_account, name="make_account"),
    path("staff/<int:pk>/account/take/", accounts.take_account, name="take_account"),
    path("staff/<int:pk>/account/bind/", accounts.bind, name="bind_account"),
    path("accounts/pick/", accounts.pick, name="pick"),
    path("taken-back/<slug:listing>/<int:pk>/", taking_back.take_back, name="take_back"),
    path("places/", places.places, name="places"),
    path("places/<int:pk>/", places.place, name="place"),
    path("places/<int:pk>/new/", places.new_place, name="new_place"),
    path("places/<int:pk>/rename/", places.rename_place, name="rename_place"),
    path("places/<int:pk>/end/", places.end_place, name="end_place"),
]
