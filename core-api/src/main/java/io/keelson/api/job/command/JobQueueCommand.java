package io.keelson.api.job.command;

/** Index of what can be asked of a queue. */
public sealed interface JobQueueCommand permits PauseQueue, ResumeQueue, ConfigureQueue {}
