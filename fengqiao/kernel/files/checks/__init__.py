"""What is looked for inside a file of each type. A check gives the bytes to be kept, which are those
that were brought except for pictures and texts; it refuses with one sentence."""

from collections.abc import Callable

from fengqiao.kernel.files.checks import office, pdf, pictures, texts

Check = Callable[[bytes], bytes]

CHECKS: dict[str, Check] = {
    "jpeg": pictures.as_jpeg,
    "png": pictures.as_png,
    "pdf": pdf.checked,
    "docx": office.checked,
    "xlsx": office.checked,
    "text": texts.as_utf8,
}
