package io.keelson.job.queue;

/** What jobs of one type have when nobody asks for something else. */
public record JobDefaults(String queue, JobRetry retry) {
    public static final JobDefaults USUAL = new JobDefaults(JobPlace.DEFAULT_QUEUE, JobRetry.DEFAULT);
}
