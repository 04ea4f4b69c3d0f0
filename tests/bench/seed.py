"""2,000 learners, 20,000 enrolments and a thread of 50 posts beside the demo site: `python -m tests.bench.seed`."""

import json
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")
django.setup()

from importlib import import_module  # noqa: E402

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone, translation  # noqa: E402

from courses.learning.models import Enrolment  # noqa: E402
from courses.syllabus.engine.structure import from_json  # noqa: E402
from courses.syllabus.models import Course, CourseEdition, SyllabusVersion  # noqa: E402
from portal.accounts.demo import cast  # noqa: E402
from simulations.runs.models import Run  # noqa: E402
from specialists_network.forum.services import Asked, ask, reply  # noqa: E402
from specialists_network.spaces.api import member_of  # noqa: E402

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
    total = len(from_json(course.current.structure).required)
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


def paths() -> dict[str, str]:
    """What is measured, as the demo's learner and specialist see it."""
    learner = get_user_model().objects.get(email="learner@example.org")
    structure = Course.objects.get(code="readmission-basics").current.structure
    run = Run.objects.filter(seats__user=learner, ended_at__isnull=True).latest("pk")
    with translation.override("en"):
        return {
            "lesson": reverse("learning:activity", args=["readmission-basics", _first_lesson(structure)]),
            "my courses": reverse("learning:my_courses"),
            "course outline": reverse("learning:course", args=["readmission-basics"]),
            "case workspace": reverse("runs:workspace", args=[run.uuid]),
            "thread of 50 posts": reverse("forum:thread", args=[_long_thread()]),
            "home": reverse("home:index"),
        }


def _first_lesson(structure: list) -> str:
    return str(from_json(structure).lessons[0].uuid)


def _long_thread() -> str:
    """Asked and answered by colleagues of whoever reads it."""
    people = cast()
    asker, other = member_of(people["specialist_al"]), member_of(people["specialist_rs"])
    long = Asked(title="A long thread", text="How do you count the days?", language="en")
    thread = ask(member=asker, asked=long)
    for n in range(49):
        text = f"We count from the day after receipt, reading {n}."
        reply(member=other, thread_uuid=thread.uuid, text=text, language="en")
    return str(thread.uuid)


if __name__ == "__main__":
    seed()
    accounts = json.loads((settings.VAR_DIR / "demo-accounts.json").read_text())
    sessions = {role: session_of(account["email"]) for role, account in accounts.items()}
    print(json.dumps({"sessions": sessions, "paths": paths()}))
