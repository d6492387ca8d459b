package io.keelson.api.job.query;

/** Asks how many jobs match; answers a Long, counted up to 10,000. */
public record CountJobs(JobFilter filter) {}
