"""A kind of file that only tests know, a place, and a folder of their own."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.files import kinds
from fengqiao.kernel.files.kinds import Kind
from fengqiao.kernel.files.storing import store
from fengqiao.kernel.files.types import TYPES


@pytest.fixture(autouse=True)
def media(settings, tmp_path, monkeypatch):
    monkeypatch.setitem(kinds._kinds, "tests.any", Kind("tests.any", "试验", tuple(TYPES), 10**7))
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT


@pytest.fixture
def take(db):
    """Stores bytes under a name, as an act does."""
    (area,) = grow([(None, AreaKind.CITY)])

    def taken(data, name="一个文件.bin", kind="tests.any"):
        with transaction.atomic():
            return store(SimpleUploadedFile(name, data), by=None, area=area, kind=kind)

    return taken


def picture(format_="JPEG", size=(60, 40), **how):
    from PIL import Image

    out = io.BytesIO()
    image = Image.new("RGB", size, "white")
    image.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    image.save(out, format_, **how)
    return out.getvalue()
