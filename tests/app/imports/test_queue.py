"""The queue, on both databases: one worker a job, a lease that ends, and what is died of three times set aside."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.db import Stores, reading, writing
from app.imports.queue import (
    WORKER_DIED,
    Job,
    JobState,
    LeaseLost,
    Rank,
    beat,
    claim,
    enqueue,
    finish,
    give_back,
    is_empty,
    leave,
    states_of,
    take_from_the_dead,
)
from app.models.journal import jobs
from app.queries.jobs import unfinished

KIND = "import"


def job(n: int) -> Job:
    return Job(f"job{n}", KIND, f"key{n}", {"n": n})


def enqueue_all(stores: Stores, count: int) -> None:
    with writing(stores.desk, alone=False) as session:
        for n in range(count):
            enqueue(session, job(n))


def claimed(stores: Stores, worker: str, key: str | None = None) -> Job | None:
    with writing(stores.desk, alone=False) as session:
        return claim(session, worker, KIND, key)


def end_leases(session: Session) -> None:
    session.execute(jobs.update().values(leased_until="2025-01-01T00:00:00.000000Z"))


def states(stores: Stores) -> dict[str, JobState]:
    with reading(stores.desk) as session:
        return states_of(session, list(session.execute(sa.select(jobs.c.id)).scalars()))


def test_the_oldest_job_comes_first_and_is_given_once(stores: Stores) -> None:
    enqueue_all(stores, 2)
    assert claimed(stores, "a") == Job("job0", KIND, "key0", {"n": 0}, attempts=1)
    assert claimed(stores, "b") == Job("job1", KIND, "key1", {"n": 1}, attempts=1)
    assert claimed(stores, "a") is None


def test_a_job_can_be_asked_for_by_what_it_would_come_to(stores: Stores) -> None:
    enqueue_all(stores, 2)
    assert claimed(stores, "a", "nothing") is None
    found = claimed(stores, "a", "key1")
    assert found is not None
    assert found.id == "job1"


def test_many_workers_at_once_share_the_jobs(stores: Stores) -> None:
    enqueue_all(stores, 40)

    def work(worker: str) -> list[str]:
        done = []
        while (found := claimed(stores, worker)) is not None:
            with writing(stores.desk, alone=False) as session:
                finish(session, found.id, worker)
            done.append(found.id)
        return done

    with ThreadPoolExecutor(4) as pool:
        done = [id for ids in pool.map(work, "abcd") for id in ids]
    assert sorted(done) == sorted(f"job{n}" for n in range(40))
    assert set(states(stores).values()) == {JobState.DONE}


def test_a_job_ends_with_the_transaction_that_holds_what_it_came_to(stores: Stores) -> None:
    enqueue_all(stores, 1)
    claimed(stores, "a")
    with pytest.raises(ZeroDivisionError), writing(stores.desk) as session:
        finish(session, "job0", "a")
        raise ZeroDivisionError
    assert states(stores) == {"job0": JobState.RUNNING}


def test_whose_lease_is_over_loses_the_job_and_cannot_end_it(stores: Stores) -> None:
    enqueue_all(stores, 1)
    claimed(stores, "a")
    with writing(stores.desk) as session:
        end_leases(session)
        assert take_from_the_dead(session, []) == []
    again = claimed(stores, "b")
    assert again is not None
    assert again.attempts == 2
    with pytest.raises(LeaseLost), writing(stores.desk) as session:
        finish(session, "job0", "a")
    with writing(stores.desk) as session:
        assert give_back(session, "job0", "a") is False
        finish(session, "job0", "b")
    assert states(stores) == {"job0": JobState.DONE}


def test_who_says_that_it_lives_keeps_the_job(stores: Stores) -> None:
    enqueue_all(stores, 1)
    claimed(stores, "a")
    with writing(stores.desk) as session:
        end_leases(session)
        beat(session, "a")
        take_from_the_dead(session, [])
    assert states(stores) == {"job0": JobState.RUNNING}


def test_a_job_that_three_workers_die_of_is_set_aside_and_stands_in_nobodys_way(stores: Stores) -> None:
    enqueue_all(stores, 2)
    for worker in "abc":
        found = claimed(stores, worker, "key0")
        assert found is not None
        with writing(stores.desk) as session:
            aside = take_from_the_dead(session, [worker])
        assert [job.id for job in aside] == (["job0"] if worker == "c" else [])
    assert states(stores) == {"job0": JobState.ASIDE, "job1": JobState.QUEUED}
    following = claimed(stores, "d")
    assert following is not None
    assert following.id == "job1"


def test_a_job_that_fails_three_times_is_set_aside(stores: Stores) -> None:
    enqueue_all(stores, 1)
    came_to = []
    for _ in range(3):
        claimed(stores, "a")
        with writing(stores.desk) as session:
            came_to.append(give_back(session, "job0", "a"))
    assert came_to == [False, False, True]
    with reading(stores.desk) as session:
        assert is_empty(session, KIND)


def test_an_interrupted_job_is_none_the_worse_for_it(stores: Stores) -> None:
    enqueue_all(stores, 1)
    for _ in range(5):
        found = claimed(stores, "a")
        assert found is not None
        assert found.attempts == 1
        with writing(stores.desk) as session:
            give_back(session, "job0", "a", counts=False)
    for _ in range(5):
        claimed(stores, "a")
        with writing(stores.desk) as session:
            leave(session, "a")
    assert states(stores) == {"job0": JobState.QUEUED}


def test_a_job_can_be_somebodys_from_the_start(stores: Stores) -> None:
    with writing(stores.desk) as session:
        assert enqueue(session, job(0), "a").attempts == 1
    assert claimed(stores, "b") is None
    with writing(stores.desk) as session:
        finish(session, "job0", "a")
    assert states(stores) == {"job0": JobState.DONE}


def test_what_a_person_hands_in_goes_before_many_and_those_before_what_is_read_anew(stores: Stores) -> None:
    ranks = [Rank.REREAD, Rank.MANY, Rank.PERSON, Rank.MANY, Rank.PERSON]
    with writing(stores.desk, alone=False) as session:
        for n, rank in enumerate(ranks):
            enqueue(session, replace(job(n), rank=rank))
    taken = [claimed(stores, "a") for _ in ranks]
    assert [one.id for one in taken if one] == ["job2", "job4", "job1", "job3", "job0"]


def test_a_job_says_why_its_last_attempt_came_to_nothing(stores: Stores) -> None:
    enqueue_all(stores, 1)

    def problem() -> str | None:
        with reading(stores.desk) as session:
            return unfinished(session)[0]["problem"]

    claimed(stores, "a")
    with writing(stores.desk) as session:
        give_back(session, "job0", "a", problem="ValueError")
    assert problem() == "ValueError"
    claimed(stores, "a")
    with writing(stores.desk) as session:
        give_back(session, "job0", "a", counts=False)
    assert problem() == "ValueError"
    claimed(stores, "b")
    with writing(stores.desk) as session:
        take_from_the_dead(session, ["b"])
    assert problem() == WORKER_DIED
