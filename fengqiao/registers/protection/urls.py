from django.urls import path

from fengqiao.registers.protection.views import (
    assessments,
    destruction,
    holds,
    keeping,
    leaks,
)

app_name = "protection"
urlpatterns = [
    path("", keeping.keeping, name="keeping"),
    path("lists/<int:pk>/", destruction.destruction, name="destruction"),
    path("lists/<int:pk>/ask/", destruction.ask, name="ask"),
    path("lists/<int:pk>/confirm/", destruction.confirm, name="confirm"),
    path("lists/<int:pk>/return/", destruction.give_back, name="return"),
    path("lists/<int:pk>/print/", destruction.paper_of, name="print"),
    path("holds/<str:kind>/<int:pk>/", holds.hold, name="hold"),
    path("holds/<int:pk>/lift/", holds.lift, name="lift"),
    path("assessments/", assessments.assessments, name="assessments"),
    path("assessments/new/", assessments.new, name="assess"),
    path("assessments/<int:pk>/", assessments.one, name="assessment"),
    path("assessments/<int:pk>/change/", assessments.change, name="reassess"),
    path("assessments/<int:pk>/renew/", assessments.renew, name="renew"),
    path("assessments/<int:pk>/approve/", assessments.approve, name="approve"),
    path("assessments/<int:pk>/return/", assessments.give_back, name="disapprove"),
    path("assessments/<int:pk>/review/", assessments.review, name="review"),
    path("assessments/<int:pk>/print/", assessments.paper_of, name="assessment_paper"),
    path("leaks/", leaks.leaks, name="leaks"),
    path("leaks/new/", leaks.new, name="report"),
    path("leaks/<int:pk>/", leaks.one, name="leak"),
    path("leaks/<int:pk>/change/", leaks.change, name="follow_up"),
    path("leaks/<int:pk>/close/", leaks.close, name="close"),
    path("leaks/<int:pk>/print/", leaks.paper_of, name="leak_paper"),
]
