"""What a print is checked by: a digest of all that was frozen, which only the system can make again."""

import base64
import json
from typing import Any

from django.conf import settings
from django.urls import reverse

from fengqiao.kernel.crypto.digests import sm3
from fengqiao.kernel.documents.models import Paper

BYTES = 8  # of the digest that stand on the paper; the code is random, so nobody can try values


def seal_of(paper: Paper) -> str:
    """Like 3F2A-90BC-…: the first half of it is enough to see that something was changed."""
    values = json.dumps(paper.values, ensure_ascii=False, sort_keys=True)
    parts = (paper.code, paper.number, paper.case_number, paper.title, paper.made_on.isoformat())
    digest = sm3(*(part.encode() for part in (*parts, values)))[:BYTES].hex().upper()
    return "-".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def issued_under(code: str) -> Paper | None:
    """The paper whose print bears the code."""
    return Paper.objects.filter(code=code).first()


def matches(paper: Paper, typed: str) -> bool:
    """Whether that is what stands on a print of this paper."""
    return _bare(typed) == _bare(seal_of(paper))


def address_of(paper: Paper) -> str:
    """What the printed code opens."""
    seal = seal_of(paper).replace("-", "")
    return f"{settings.PUBLIC_ADDRESS}{reverse('documents:check', args=[paper.code])}?seal={seal}"


def picture(text: str) -> bytes:
    """A QR code as PNG."""
    import io

    import qrcode

    made: Any = qrcode.QRCode(border=1, box_size=6, error_correction=qrcode.ERROR_CORRECT_M)
    made.add_data(text)
    drawn = io.BytesIO()
    made.make_image().save(drawn, format="PNG")
    return drawn.getvalue()


def data_uri(png: bytes) -> str:
    """The same inside a page."""
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


def _bare(text: str) -> str:
    return "".join(one for one in text.upper() if one.isalnum())
