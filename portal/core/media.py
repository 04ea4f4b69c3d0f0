"""Pictures that authors put into lessons: shown to whoever is signed in, by their address only. Videos in parts.

Documents have a door of their own, which counts and checks; nothing else of the store is handed out.
"""

import re
from typing import Any

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

PICTURES = ("images/", "original_images/")
# A picture that changes gets another name.
KEPT = "private, max-age=31536000, immutable"
RANGE = re.compile(r"bytes=(\d+)-(\d*)")
PART_BYTES = 2 * 1024 * 1024


@require_safe
def picture(request: HttpRequest, path: str) -> FileResponse:
    if not request.user.is_authenticated or not path.startswith(PICTURES):
        raise Http404
    try:
        file = default_storage.open(path)
    except (OSError, SuspiciousFileOperation) as error:
        raise Http404 from error
    return FileResponse(file, headers={"Cache-Control": KEPT})


def part_of(request: HttpRequest, file: File[Any], kind: str) -> HttpResponse | None:
    """What a player asks for to jump to another minute, and some before they play at all; None for the whole."""
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None:
        return None
    start = int(asked[1])
    if start >= file.size:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
    last = min(int(asked[2] or file.size), file.size - 1, start + PART_BYTES - 1)
    with file.open("rb") as opened:
        opened.seek(start)
        response = HttpResponse(opened.read(last - start + 1), status=206, content_type=kind)
    response["Content-Range"] = f"bytes {start}-{last}/{file.size}"
    response["Accept-Ranges"] = "bytes"
    # A part that was packed on its way would no longer be the part that was asked for.
    response["Content-Encoding"] = "identity"
    return response
