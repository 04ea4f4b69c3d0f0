from django.db import transaction

from courses.learning.models import Completion, Enrolment
from courses.learning.services.completing import complete_activity
from courses.learning.services.keeping import keep_place
from courses.syllabus.engine.structure import Activity
from simulations.runs import api as runs


@transaction.atomic
def open_case(*, enrolment: Enrolment, activity: Activity) -> str:
    """The address of the run to go on with: the open one, else a new one that knows for whom it counts."""
    # Lock first: two clicks must not open two runs.
    Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    # A case inside a lesson is a look aside: "continue" goes on with the lesson.
    if "inside" not in activity.config:
        keep_place(enrolment=enrolment, activity_uuid=activity.uuid)
    context = {"enrolment": str(enrolment.uuid), "activity": str(activity.uuid)}
    latest = runs.latest_run(enrolment.user, activity.config["scenario"])
    if latest and latest.context == context:
        if latest.is_open:
            return runs.run_url(latest)
        if latest.outcome == latest.Outcome.PASS:
            # The news of it may have been lost on the way; said twice, it counts once.
            complete_activity(
                enrolment_uuid=enrolment.uuid, activity_uuid=activity.uuid, source=Completion.Source.PASSED
            )
    return runs.run_url(runs.start_run(user=enrolment.user, scenario_key=activity.config["scenario"], context=context))
