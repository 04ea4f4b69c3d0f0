from courses.learning import privacy
from courses.learning.models import Enrolment
from courses.learning.services import answer_practice, complete_activity
from tests.courses.small import uid


def test_everything_a_person_did_is_in_the_export(enrolment, learner):
    complete_activity(enrolment_uuid=enrolment.uuid, activity_uuid=uid("small", "one"), source="ticked")
    answer_practice(
        enrolment=enrolment, activity_uuid=uid("small", "two"), question_uuid=uid("small", "question"), answer=["a"]
    )
    (record,) = privacy._export(learner)
    assert (record["course"], record["required_done"]) == ("small", 1)
    assert [str(done["activity"]) for done in record["completions"]] == [uid("small", "one")]
    assert [given["answer"] for given in record["practice"]] == [["a"]]
    assert record["as_enrolled"]["function"] == "Caseworker"


def test_erasure_leaves_a_number_that_names_nobody(enrolment, learner):
    answer_practice(
        enrolment=enrolment, activity_uuid=uid("small", "two"), question_uuid=uid("small", "question"), answer=["a"]
    )
    privacy._forget(learner)
    row = Enrolment.objects.get()
    assert (row.snap_institution, row.snap_function, row.snap_sex, row.snap_jurisdiction) == ("", "", "", "AL")
    assert row.practice_answers.count() == 0
