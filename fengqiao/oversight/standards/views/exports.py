"""Every list of the pages 达标 as a workbook, through one address."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase

from fengqiao.kernel.accounts.gates import needs
from fengqiao.lib.workbook import listing
from fengqiao.lib.workbook.write import MIME
from fengqiao.oversight.standards import exports
from fengqiao.oversight.standards.permissions import SEE
from fengqiao.oversight.standards.seen import seen_by
from fengqiao.oversight.standards.views.places import kept_or_404


@needs(SEE)
def export(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """The rows that the address selects, all of them."""
    kept = kept_or_404(request, pk)
    seen = seen_by(request.user, kept, request.GET.get("district") or None)
    made = exports.listing(name, exports.Asked(kept, seen, request.GET, request.user))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        listing.write(path, made)
        content = BytesIO(path.read_bytes())
    return FileResponse(
        content,
        as_attachment=True,
        filename=exports.file_name(name, kept),
        content_type=MIME,
    )
