package io.keelson.job.type.maintenance;

import java.util.List;

/** What can be done to the tables of this module. */
public final class QueueMaintenance {
    /** Every task on the tables of jobs. */
    public static final List<MaintenanceTask> TASKS = List.of(
            MaintenanceTask.once(
                    "vacuum-job-queue",
                    "Frees the space of ended jobs for new ones and counts the rows anew.",
                    "vacuum (analyze) jobs.platform_job",
                    "vacuum (analyze) jobs.platform_job_attempt",
                    "vacuum (analyze) jobs.platform_job_log"),
            MaintenanceTask.once(
                    "analyze-job-queue",
                    "Counts the rows of the queue anew, so that the database plans well.",
                    "analyze jobs.platform_job",
                    "analyze jobs.operation_blueprint"),
            MaintenanceTask.once(
                    "reindex-job-queue",
                    "Builds the queue's indexes anew beside the old ones, for a queue that was very long once.",
                    "reindex table concurrently jobs.platform_job"),
            MaintenanceTask.untilDone(
                    "prune-job-logs", "Deletes log lines and failed tries of jobs that are no longer kept.", """
                    delete from jobs.platform_job_log where ctid = any (array(
                      select l.ctid from jobs.platform_job_log l
                      where not exists (select 1 from jobs.platform_job j where j.id = l.job_id) limit 5000))""", """
                    delete from jobs.platform_job_attempt where ctid = any (array(
                      select a.ctid from jobs.platform_job_attempt a
                      where not exists (select 1 from jobs.platform_job j where j.id = a.job_id) limit 5000))"""));

    private QueueMaintenance() {}
}
