"""In which rank a job is taken, and why the last attempt at it came to nothing"""

import sqlalchemy as sa
from alembic import op

revision = "0042_rank"
down_revision = "0041_motions_ended"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("jobs", sa.Column("rank", sa.Integer(), server_default="1", nullable=False))
    op.add_column("jobs", sa.Column("problem", sa.String(), nullable=True))
    op.execute("UPDATE jobs SET rank = 2 WHERE kind = 'reread'")
    op.drop_index(op.f("ix_jobs_state_at"), table_name="jobs")
    op.create_index(op.f("ix_jobs_state_rank_at"), "jobs", ["state", "rank", "at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_jobs_state_rank_at"), table_name="jobs")
    op.create_index(op.f("ix_jobs_state_at"), "jobs", ["state", "at"], unique=False)
    with op.batch_alter_table("jobs") as batch:
        batch.drop_column("problem")
        batch.drop_column("rank")
