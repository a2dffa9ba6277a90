"""Several .csv files are one upload: kept as one archive, opened as the folder that they came from."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

CSV, ARCHIVE = ".csv", ".csvs"


def name_of(upload: UploadedFile) -> str:
    """The file's own name, without folders."""
    return Path(upload.name or "").name


def is_csv(upload: UploadedFile) -> bool:
    """Whether its name says that it is such a file."""
    return Path(name_of(upload)).suffix.lower() == CSV


def called(uploads: Sequence[UploadedFile]) -> str:
    """How the upload is called to its readers."""
    first = name_of(uploads[0])
    if len(uploads) == 1:
        return first
    return _("%(first)s等%(count)d个文件") % {"first": first, "count": len(uploads)}


def suffix_of(uploads: Sequence[UploadedFile]) -> str:
    """Of the file that is kept."""
    if all(map(is_csv, uploads)):
        return ARCHIVE
    return Path(name_of(uploads[0])).suffix.lower()[:10]


def source_of(uploads: Sequence[UploadedFile]) -> Any:
    """What is kept: the workbook as it is, or the .csv files under the names of their sheets."""
    if suffix_of(uploads) != ARCHIVE:
        return uploads[0]
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for upload in uploads:
            with archive.open(name_of(upload), "w") as member:
                for chunk in upload.chunks():
                    member.write(chunk)
    kept.seek(0)
    return kept


def unpacked(path: Path) -> Path:
    """What an importer reads: the workbook itself, or a folder beside the archive with its files."""
    if path.suffix != ARCHIVE:
        return path
    folder = path.with_suffix("")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder
