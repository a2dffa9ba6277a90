"""What is found inside pictures, PDF and Office files."""

import io
import zipfile
import zlib

import pytest
from PIL import Image

from fengqiao.kernel.files.checks import CHECKS
from fengqiao.kernel.files.checks.pictures import SIDE
from fengqiao.kernel.files.tests.conftest import picture
from fengqiao.lib.faults import InputRefused

GPS, MAKE, ORIENTATION = 0x8825, 0x010F, 0x0112


def exif(**tags):
    found = Image.Exif()
    found[MAKE] = "SECRETCAMERA"
    found[ORIENTATION] = tags.get("orientation", 1)
    found.get_ifd(GPS)[1] = "N"
    return found.tobytes()


def opened(data):
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("format_", ["JPEG", "PNG"])
def test_a_picture_loses_position_camera_and_comment(format_):
    more = {"comment": b"SECRETWORD"} if format_ == "JPEG" else {}
    brought = picture(format_, exif=exif(), **more)
    assert b"SECRETCAMERA" in brought
    kept = CHECKS[format_.lower()](brought)
    assert b"SECRET" not in kept
    assert b"Exif" not in kept
    assert b"eXIf" not in kept
    assert dict(opened(kept).getexif()) == {}
    assert opened(kept).format == format_


def test_a_picture_stands_upright_afterwards():
    brought = picture(size=(60, 40), exif=exif(orientation=6))
    kept = opened(CHECKS["jpeg"](brought))
    assert kept.size == (40, 60)
    assert kept.getpixel((35, 5))[1] < 100  # the red corner went from left above to right above
    assert kept.getpixel((5, 5))[1] > 200


def test_a_large_picture_is_made_smaller():
    kept = opened(CHECKS["jpeg"](picture(size=(SIDE + 1000, 500))))
    assert max(kept.size) == SIDE


def test_a_bomb_is_refused_before_it_is_unpacked():
    header = b"\x89PNG\r\n\x1a\n"
    ihdr = b"IHDR" + (60000).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    chunk = (13).to_bytes(4, "big") + ihdr + zlib.crc32(ihdr).to_bytes(4, "big")
    with pytest.raises(InputRefused, match="像素"):
        CHECKS["png"](header + chunk + picture("PNG")[33:])


def test_a_broken_picture_is_refused():
    with pytest.raises(InputRefused, match="读不通"):
        CHECKS["jpeg"](picture(size=(400, 400))[:300])


def pdf(*objects):
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (at, one) for at, one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


def packed(objects):
    data = zlib.compress(objects)
    head = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>" % len(data)
    return head + b"\nstream\n" + data + b"\nendstream"


PLAIN = pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")


def test_a_plain_pdf_is_kept_as_it_is():
    assert CHECKS["pdf"](PLAIN) == PLAIN
    harmless = pdf(packed(b"1 0 << /Type /Catalog >>"))
    assert CHECKS["pdf"](harmless) == harmless


@pytest.mark.parametrize(
    "inside",
    [
        b"<< /S /JavaScript /JS (app.alert(1)) >>",
        b"<< /S /#4AavaScript >>",
        b"<< /S /Launch /F (cmd.exe) >>",
        b"<< /Names << /EmbeddedFiles 3 0 R >> >>",
        b"<< /Type /Filespec /EF << /F 5 0 R >> >>",
        b"<< /AcroForm << /XFA 3 0 R >> >>",
        packed(b"1 0 << /S /JavaScript /JS (x) >>"),
    ],
)
def test_a_pdf_that_does_something_is_refused(inside):
    with pytest.raises(InputRefused, match="脚本"):
        CHECKS["pdf"](pdf(b"<< /Type /Catalog >>", inside))


def test_a_pdf_with_a_password_or_without_its_end_is_refused():
    with pytest.raises(InputRefused, match="密码"):
        CHECKS["pdf"](pdf(b"<< /Encrypt 2 0 R >>"))
    with pytest.raises(InputRefused, match="读不通"):
        CHECKS["pdf"](PLAIN[:40])


def office(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:p><w:t>协议</w:t></w:p>")
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def test_a_plain_word_file_with_a_link_is_kept_as_it_is():
    link = '<Relationship Type="x/hyperlink" Target="http://a" TargetMode="External"/>'
    plain = office(**{"word/_rels/document.xml.rels": link, "xl/printerSettings1.bin": "x"})
    assert CHECKS["docx"](plain) == plain


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("word/vbaProject.bin", "x"),
        ("word/embeddings/oleObject1.bin", "x"),
        ("word/activeX/activeX1.xml", "x"),
        ("xl/macrosheets/sheet1.xml", "x"),
        ("a.exe", "MZ"),
        (
            "word/_rels/a.xml.rels",
            '<Relationship Type="x/attachedTemplate" TargetMode="External" Target="y"/>',
        ),
        ("word/_rels/b.xml.rels", "<!DOCTYPE x><Relationships/>"),
        ("[Content_Types].xml.rels", "application/vnd.ms-word.document.macroEnabled.main+xml"),
    ],
)
def test_an_office_file_that_does_something_is_refused(name, text):
    with pytest.raises(InputRefused, match="宏"):
        CHECKS["docx"](office(**{name: text}))


def test_an_office_file_that_is_a_bomb_or_broken_is_refused():
    with pytest.raises(InputRefused, match="太大"):
        CHECKS["docx"](office(**{"word/_rels/a.rels": "a" * (40 * 1024 * 1024)}))
    with pytest.raises(InputRefused, match="读不通"):
        CHECKS["docx"](office()[:60])


def test_text_is_kept_in_one_encoding():
    assert CHECKS["text"]("协议".encode("gb18030")) == "协议".encode()
    assert CHECKS["text"](b"\xef\xbb\xbf" + "协议".encode()) == "协议".encode()
