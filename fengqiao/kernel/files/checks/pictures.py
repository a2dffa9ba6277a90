"""Pictures are painted anew: pixels alone go over, so no position, name of a camera, thumbnail or
comment does."""

import io
import warnings
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 64_000_000  # a telephone's largest photo has 50 million
SIDE = 4096  # pixels of the longer side that are kept


def as_jpeg(data: bytes) -> bytes:
    return _painted(data, "JPEG", "RGB", quality=88)


def as_png(data: bytes) -> bytes:
    return _painted(data, "PNG", "RGBA", optimize=False)


def _painted(data: bytes, format_: str, mode: str, **how: object) -> bytes:
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            found = Image.open(io.BytesIO(data), formats=[format_])
            if found.width * found.height > MOST_PIXELS:
                raise Image.DecompressionBombError
            found.draft("RGB", (SIDE, SIDE))  # a large JPEG is never held in full
            upright = ImageOps.exif_transpose(found)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise InputRefused(_("图片的像素太多,没有保存。请缩小后再传。")) from None
    except Exception:  # a broken picture has many ways to say so
        raise InputRefused(_("图片读不通,可能没有传完整。请重拍或重传。")) from None
    return _written(upright, format_, mode, how)


def _written(upright: "Image", format_: str, mode: str, how: dict[str, object]) -> bytes:
    from PIL import Image

    upright.thumbnail((SIDE, SIDE))
    bare = Image.new(mode, upright.size)
    bare.paste(upright.convert(mode))
    out = io.BytesIO()
    bare.save(out, format_, **how)
    return out.getvalue()
