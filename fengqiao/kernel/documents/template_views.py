"""Pages of the Word templates of an office."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import ACT, FORM, needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.documents import templating
from fengqiao.kernel.documents.forms import TemplateForm
from fengqiao.kernel.documents.models import Template
from fengqiao.kernel.documents.permissions import TEMPLATES
from fengqiao.kernel.documents.tables import Document
from fengqiao.kernel.files.types import TYPES
from fengqiao.kernel.ui.acting import act_button, act_page
from fengqiao.kernel.ui.downloads import saved


@needs(TEMPLATES)
def templates(request: HttpRequest) -> HttpResponse:
    """Every paper of one's offices, and whether the office lays it out itself."""
    today = timezone.localdate()
    offices = Area.objects.visible_to(request.user, TEMPLATES).of_kind(AreaKind.OFFICE)
    found = [
        (office, [(name, row, own.get((office.pk, name))) for name, row in rows.items()])
        for rows, own in [(templating.documents(), _in_use(request))]
        for office in offices.on(today).named_on(today)
    ]
    return render(request, "documents/templates.html", {"offices": found})


@needs(TEMPLATES, FORM)
def template(request: HttpRequest, pk: int, document: str) -> HttpResponse:
    """Take the file away, bring it back changed; which names it may ask for."""
    office, row = _office_or_404(request, pk), _row_or_404(document)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TemplateForm(*given)

    def act() -> str:
        typed = form.cleaned_data
        left = templating.put(
            document=document,
            office=office,
            upload=typed["file"],
            begins_on=typed["begins_on"],
            by=user_of(request),
        )
        done = _("已换用本所模板。")
        return done + _("模板里没有用到:%s。") % "、".join(left) if left else done

    rows = Template.objects.visible_to(request.user).of(document, office)
    context = {
        "office": office,
        "document": document,
        "row": row,
        "names": sorted({*row.names, *templating.PROOF}),
        "own": templating.in_use(document, office, timezone.localdate()),
        "history": rows.select_related("by").order_by("-begins_on", "-pk"),
    }
    back = reverse("documents:template", args=[pk, document])
    page = "documents/template.html"
    return act_page(request, form, act, back=back, template=page, at="file", **context)


@needs(TEMPLATES)
def template_file(request: HttpRequest, pk: int, document: str) -> HttpResponse:
    """The Word file that holds today."""
    office, row = _office_or_404(request, pk), _row_or_404(document)
    data = templating.file_of(document, office)
    return saved(data, TYPES["docx"].mime, f"{row.title}模板.docx")


@needs(TEMPLATES, ACT)
def put_back(request: HttpRequest, pk: int, document: str) -> HttpResponse:
    """The layout of the system holds again."""
    office, _row = _office_or_404(request, pk), _row_or_404(document)

    def act() -> str:
        templating.put_back(document=document, office=office, by=user_of(request))
        return _("已恢复系统格式。")

    return act_button(request, act, back=reverse("documents:template", args=[pk, document]))


def _in_use(request: HttpRequest) -> dict[tuple[int, str], Template]:
    """By office and document the newest that holds today."""
    rows = Template.objects.visible_to(request.user).on(timezone.localdate())
    found: dict[tuple[int, str], Template] = {}
    for one in rows:
        found.setdefault((one.area_id, one.document), one)
    return {key: one for key, one in found.items() if one.file_id}


def _office_or_404(request: HttpRequest, pk: int) -> Area:
    areas = Area.objects.visible_to(request.user, TEMPLATES).of_kind(AreaKind.OFFICE)
    found: Area = get_object_or_404(areas.named_on(timezone.localdate()), pk=pk)
    return found


def _row_or_404(document: str) -> Document:
    row = templating.documents().get(document)
    if row is None:
        raise Http404
    return row
