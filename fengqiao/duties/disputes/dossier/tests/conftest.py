"""The offices and cases of the duty, and a folder of its own for scans."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.dossier.catalogue import entry_named
from fengqiao.duties.disputes.dossier.keeping import enclose
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.tests import conftest as of_duty
from fengqiao.duties.disputes.tests.made import accept
from fengqiao.kernel.files.tests.conftest import picture

bureau, case, clerk = of_duty.bureau, of_duty.case, of_duty.clerk
office, stranger = of_duty.office, of_duty.stranger


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT


@pytest.fixture
def do(office):
    def done(case, act, **given):
        given = {"on": timezone.localdate(), **given}
        return actions.act(case=case, name=act, given=given, by=office.clerk)

    return done


@pytest.fixture
def mediating(case, office, do):
    return do(accept(case, office.clerk), "start", rights_told=True)


def upload(name: str = "扫描.jpg", data: bytes = b"", **how: Any) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data or picture(**how))


def laid_in(case: Dispute, entry: str, by: Any, *files: SimpleUploadedFile, **how: Any) -> Any:
    """The enclosures that one upload made."""
    row = entry_named(case, entry)
    assert row is not None
    given = {"title": "", "paper": None, **how}
    return enclose(case=case, entry=row, uploads=files or [upload()], by=by, **given)


def pdf(pages: int = 1, size: tuple[int, int] = (595, 842), turned: int = 0) -> bytes:
    """A PDF of blank pages."""
    import io

    from pypdf import PdfWriter

    writer, out = PdfWriter(), io.BytesIO()
    for _page in range(pages):
        writer.add_blank_page(*size).rotate(turned)
    writer.write(out)
    return out.getvalue()
