package io.keelson.api.job.query;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of the log of a job; {@code cursors} runs parallel to {@code items}. */
public record JobLogPage(List<JobLogLine> items, List<String> cursors, PageInfo info) {}
