from django.urls import path

from fengqiao.duties.disputes.views import (
    acting,
    agreeing,
    asking,
    binding,
    blanks,
    cases,
    dossier,
    lists,
    opinions,
    papers,
    registering,
)

app_name = "disputes"
urlpatterns = [
    path("", lists.disputes, name="disputes"),
    path("blanks/", blanks.blanks, name="blanks"),
    path("blanks/<str:kind>/<str:name>/", blanks.blank, name="blank"),
    path("new/", registering.new, name="new"),
    path("opinion/", opinions.opinion, name="opinion"),
    path("opinions/", opinions.opinions, name="opinions"),
    path("<int:pk>/", cases.dispute, name="dispute"),
    path("<int:pk>/open/", cases.open_dispute, name="open"),
    path("<int:pk>/do/<str:act>/", acting.act, name="act"),
    path("<int:pk>/slips/", asking.slips, name="slips"),
    path("<int:pk>/agreement/", agreeing.agreement, name="agreement"),
    path("<int:pk>/parties/new/", acting.party, name="party_new"),
    path("<int:pk>/parties/<int:party>/", acting.party, name="party"),
    path("<int:pk>/papers/new/<str:document>/", papers.make_paper, name="make_paper"),
    path("<int:pk>/papers/<int:paper>/<str:kind>/", papers.paper, name="paper"),
    path("<int:pk>/dossier/", dossier.dossier, name="dossier"),
    path("<int:pk>/dossier/draft/", binding.make_draft, name="make_draft"),
    path("<int:pk>/dossier/draft/pdf/", binding.draft, name="draft"),
    path("<int:pk>/dossier/bind/", binding.bind, name="bind"),
    path("<int:pk>/dossier/add/<str:entry>/", dossier.enclose, name="enclose"),
    path("<int:pk>/dossier/<int:scan>/", dossier.enclosure, name="enclosure"),
    path("<int:pk>/dossier/<int:scan>/out/", dossier.take_out, name="take_out"),
    path("<int:pk>/dossier/<int:scan>/up/", dossier.move_up, name="move_up"),
]
