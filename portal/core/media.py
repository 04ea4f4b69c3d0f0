"""Pictures that authors put into lessons: shown to whoever is signed in, by their address only.

Documents have a door of their own, which counts and checks; nothing else of the store is handed out.
"""

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

PICTURES = ("images/", "original_images/")
# A picture that changes gets another name.
KEPT = "private, max-age=31536000, immutable"


@require_safe
def picture(request: HttpRequest, path: str) -> FileResponse:
    if not request.user.is_authenticated or not path.startswith(PICTURES):
        raise Http404
    try:
        file = default_storage.open(path)
    except (OSError, SuspiciousFileOperation) as error:
        raise Http404 from error
    return FileResponse(file, headers={"Cache-Control": KEPT})
