package io.keelson.api.job.query;

/** Asks for all job types this platform knows; answers a list of {@link JobTypeView} by name. */
public record GetJobTypes() {}
