import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from fengqiao.kernel.accounts.gates import ACT, FORM, needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.watching import nothing_done
from fengqiao.kernel.imports import staging
from fengqiao.kernel.imports.forms import UploadForm
from fengqiao.kernel.imports.grouping import count_of
from fengqiao.kernel.imports.models import Import, State
from fengqiao.kernel.imports.permissions import UPLOAD
from fengqiao.kernel.imports.registry import Importer, importers, nexts
from fengqiao.lib.faults import InputRefused
from fengqiao.lib.workbook.write import MIME

PAGE_SIZE = 50
NAMED = 5  # of what would end in a section, named in the warning
PEEK = 10  # rows of a section on the page of the import; the rest has pages of its own
GROUPS = 30  # of faults


def importer_or_404(kind: str) -> Importer:
    """The importer of this kind."""
    if kind not in importers:
        raise Http404
    return importers[kind]


def import_or_404(request: HttpRequest, pk: int) -> Import:
    """The import, if the user may see it."""
    rows = Import.objects.visible_to(request.user).select_related("by", "job")
    found: Import = get_object_or_404(rows, pk=pk)
    return found


@needs(UPLOAD)
def imports(request: HttpRequest) -> HttpResponse:
    """All imports, the newest first, and the kinds that can be uploaded."""
    rows = Import.objects.visible_to(request.user).select_related("by")
    page = Paginator(rows.defer("sections", "faults"), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"page": page, "kinds": importers.values()}
    return render(request, "imports/imports.html", context)


@needs(UPLOAD, FORM)
def upload(request: HttpRequest, kind: str) -> HttpResponse:
    """Choose or drop a file; its preview is the next page."""
    importer = importer_or_404(kind)
    posted = request.method == "POST"
    day = {"on": request.GET["on"]} if "on" in request.GET else None
    form = UploadForm(request.POST, request.FILES) if posted else UploadForm(initial=day)
    if posted and form.is_valid():
        data = form.cleaned_data
        staged = staging.stage(
            kind,
            *data["file"],
            on=data["on"],
            skip_bad_rows=data["skip_bad_rows"],
            by=user_of(request),
        )
        return redirect(staged)
    status = 400 if posted else 200
    context = {"form": form, "importer": importer}
    return render(request, "imports/upload.html", context, status=status)


@needs(UPLOAD)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """The preview: what will change, what is wrong; then what became of it."""
    staged = import_or_404(request, pk)
    context = {
        "staged": staged,
        "title": importers[staged.kind].title,
        "faults": Paginator(staged.faults, GROUPS).get_page(request.GET.get("page")),
        "fault_count": count_of(staged.faults),
        "sections": shown_sections(staged),
        "next": steps_after(staged) if staged.state == State.DONE else [],
        "working": staged.state in (State.CHECKING, State.APPLYING),
        "can_discard": staged.state in (State.READY, State.REFUSED),
        "faulty_rows": state_of_faulty_rows(staged),
    }
    return render(request, "imports/import.html", context)


def state_of_faulty_rows(staged: Import) -> str:
    """Whether the workbook of the faulty rows is `ready`, is being made, or could not be made."""
    if not (staged.file and staged.faults):
        return ""
    if staging.has_faulty_rows(staged):
        return "ready"
    return "failed" if staged.job is None or staged.job.has_ended else "being made"


def shown_sections(staged: Import) -> list[dict[str, Any]]:
    """The first rows of each section; those that end something with their tick, and with the first
    things that they name."""
    tick_of = {section["title"]: tick for tick, section in staged.endings.items()}
    return [
        section
        | {
            "rows": with_headers(section, section["rows"][:PEEK]),
            "more": len(section["rows"]) > PEEK,
            "first": [" ".join(filter(None, row)) for row in section["rows"][:NAMED]],
            "tick": tick_of.get(section["title"], ""),
        }
        for section in staged.sections
    ]


def with_headers(section: dict[str, Any], rows: Sequence[Any]) -> list[list[tuple[str, str]]]:
    """The header of each cell beside it, for a phone."""
    return [list(zip(section["head"], row, strict=False)) for row in rows]


def steps_after(staged: Import) -> list[tuple[Any, str]]:
    """What may be done with it now that it is in."""
    return [(step.label, step.url(staged.on)) for step in nexts if step.kind == staged.kind]


@needs(UPLOAD)
def section(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """All rows of one section, page by page."""
    staged = import_or_404(request, pk)
    if not 0 < number <= len(staged.sections):
        raise Http404
    found = staged.sections[number - 1]
    page = Paginator(with_headers(found, found["rows"]), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    context = {"staged": staged, "section": found, "page": page}
    return render(request, "imports/section.html", context)


@needs(UPLOAD, ACT)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Take in what was shown; where something ends, only with its ticks."""
    checked = request.POST.getlist("checked")
    return _moved(request, pk, partial(staging.confirm, checked=checked))


@needs(UPLOAD, ACT)
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Check again without the faulty rows."""
    return _moved(request, pk, partial(staging.check_again, skip_bad_rows=True))


@needs(UPLOAD, ACT)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the file up."""
    return _moved(request, pk, staging.discard)


def _moved(request: HttpRequest, pk: int, move: Callable[..., None]) -> HttpResponse:
    staged = import_or_404(request, pk)
    try:
        move(staged, by=user_of(request))
    except InputRefused as refusal:
        nothing_done()
        messages.error(request, refusal.message)
    return redirect(staged)


@needs(UPLOAD)
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty workbook with drop-down lists."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{kind}.xlsx"
        importer_or_404(kind).template(path)
        response = HttpResponse(path.read_bytes(), content_type=MIME)
    response["Content-Disposition"] = f'attachment; filename="{kind}.xlsx"'
    return response


@needs(UPLOAD)
def faulty_rows(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """The rows with faults as a workbook with remarks, to mend and upload again."""
    made = staging.export_faulty_rows(import_or_404(request, pk), by=user_of(request))
    if made is None:
        raise Http404
    answer = StreamingHttpResponse(made, content_type=MIME)
    answer["Content-Disposition"] = f'attachment; filename="faulty-rows-{pk}.xlsx"'
    return answer
