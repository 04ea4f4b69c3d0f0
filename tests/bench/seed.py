"""2,000 learners, 20,000 enrolments and a thread of 50 posts beside the demo site: `python -m tests.bench.seed`."""

import json
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")
django.setup()

from importlib import import_module  # noqa: E402

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model  # noqa: E402
from django.utils import timezone  # noqa: E402

from courses.learning.models import Enrolment  # noqa: E402
from courses.syllabus.models import Course, CourseEdition, SyllabusVersion  # noqa: E402

LEARNERS, COURSES = 2_000, 10


def seed() -> None:
    person = get_user_model()
    learners = person.objects.bulk_create(
        [person(email=f"learner{n}@example.org", name=f"Learner {n}", password="!") for n in range(LEARNERS)]
    )
    first = Course.objects.get(code="readmission-basics")
    courses = [first, *(_like(first, n) for n in range(1, COURSES))]
    Enrolment.objects.bulk_create(
        [_enrolment(learner, course) for learner in learners for course in courses], batch_size=1000
    )


def _like(course: Course, n: int) -> Course:
    old, edition = course.current, CourseEdition.objects.filter(version=course.current, locale="en").latest("n")
    new = Course.objects.create(code=f"{course.code}-{n}", source_locale="en", is_listed=False)
    version = SyllabusVersion.objects.create(
        course=new, n=1, impact="minor", structure=old.structure, content_hash=str(n), published_at=timezone.now()
    )
    CourseEdition.objects.create(
        version=version, locale="en", n=1, words=edition.words, source_hash=str(n), published_at=timezone.now()
    )
    new.current = version
    new.save()
    return new


def _enrolment(learner: object, course: Course) -> Enrolment:
    total = len(course.current.structure.get("requirements", [])) or 10
    return Enrolment(
        user=learner, course=course, syllabus=course.current, required_total=total, required_done=learner.pk % total,
        enrolled_at=timezone.now(), last_activity_at=timezone.now(),
    )  # fmt: skip


def session_of(email: str) -> str:
    """A signed-in session without the cost of a password."""
    user = get_user_model().objects.get(email=email)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return session.session_key


if __name__ == "__main__":
    seed()
    accounts = json.loads((settings.VAR_DIR / "demo-accounts.json").read_text())
    print(json.dumps({role: session_of(account["email"]) for role, account in accounts.items()}))
