"""The one task that the queue knows."""

from django_tasks import task

from fengqiao.kernel.jobs import running


@task()
def run_job(pk: int) -> None:
    """Do the job of this number."""
    running.run(pk)
