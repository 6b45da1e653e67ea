"""On PostgreSQL the tables of procrastinate, and a ticket there for every job that waits

The tables are those of the procrastinate that is installed, whose 3.10 all have the same. One that asks for others comes with a
migration of ours that brings these to them by its own, where they are not there yet.
"""

from importlib.resources import files

from alembic import op

revision = "0043_tickets"
down_revision = "0042_rank"
branch_labels = None
depends_on = None

# Written in the transaction that lets the job wait, or takes it: no job is without a ticket, and no ticket outlasts its job.
_TICKETS = """
CREATE FUNCTION jobs_keep_tickets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' AND NEW.state = 'queued' THEN
        IF NOT EXISTS (SELECT 1 FROM procrastinate_jobs WHERE queueing_lock = NEW.id AND status = 'todo') THEN
            PERFORM procrastinate_defer_jobs_v1(ARRAY[
                ROW('diarium', 'work', -NEW.rank, NULL, NEW.id, jsonb_build_object('job_id', NEW.id), NULL)
                ::procrastinate_job_to_defer_v1
            ]);
        END IF;
    ELSIF TG_OP <> 'INSERT' THEN
        DELETE FROM procrastinate_jobs WHERE queueing_lock = OLD.id AND status = 'todo';
    END IF;
    RETURN NULL;
END;
$$;
CREATE TRIGGER jobs_keep_tickets AFTER INSERT OR DELETE OR UPDATE OF state ON jobs
    FOR EACH ROW EXECUTE FUNCTION jobs_keep_tickets();
UPDATE jobs SET state = state WHERE state = 'queued';
"""
_GONE = """
DROP TRIGGER jobs_keep_tickets ON jobs;
DROP FUNCTION jobs_keep_tickets;
DROP FUNCTION procrastinate_defer_jobs_v1, procrastinate_defer_periodic_job_v2, procrastinate_fetch_job_v2,
    procrastinate_finish_job_v1, procrastinate_cancel_job_v1, procrastinate_retry_job_v1, procrastinate_retry_job_v2,
    procrastinate_notify_queue_job_inserted_v1, procrastinate_notify_queue_abort_job_v1,
    procrastinate_trigger_function_status_events_insert_v1, procrastinate_trigger_function_status_events_update_v1,
    procrastinate_trigger_function_scheduled_events_v1, procrastinate_trigger_abort_requested_events_procedure_v1,
    procrastinate_unlink_periodic_defers_v1, procrastinate_register_worker_v1, procrastinate_unregister_worker_v1,
    procrastinate_update_heartbeat_v1, procrastinate_prune_stalled_workers_v1 CASCADE;
DROP TABLE procrastinate_events, procrastinate_periodic_defers, procrastinate_jobs, procrastinate_workers;
DROP TYPE procrastinate_job_to_defer_v1, procrastinate_job_event_type, procrastinate_job_status;
"""


def upgrade() -> None:
    if _on_postgresql():
        _run((files("procrastinate") / "sql" / "schema.sql").read_text(encoding="utf-8"))
        _run(_TICKETS)


def downgrade() -> None:
    if _on_postgresql():
        _run(_GONE)


def _on_postgresql() -> bool:
    """Other databases have no tickets."""
    return op.get_bind().dialect.name == "postgresql"


def _run(script: str) -> None:
    """Run a script of many statements, in which nothing is to be filled in."""
    op.get_bind().connection.cursor().execute(script)
