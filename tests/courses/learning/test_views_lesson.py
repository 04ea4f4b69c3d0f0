ONE = "5e9358ba-cf46-486c-bc9b-ef3527e79661"


def test_a_lesson_is_read_ticked_and_counted(client, learner, enrolment):
    client.force_login(learner)
    lesson = f"/en/learn/readmission-basics/{ONE}/"
    page = client.get(lesson).content.decode()
    assert "What an agreement does, and what it does not" in page
    assert "0 of 9 lessons done" in page
    for _ in range(2):
        assert client.post(f"{lesson}done/").status_code == 302
    enrolment.refresh_from_db()
    assert (enrolment.required_done, enrolment.required_total) == (1, 10)
    assert "1 of 9 lessons done, about" in client.get("/en/learn/readmission-basics/").content.decode()
