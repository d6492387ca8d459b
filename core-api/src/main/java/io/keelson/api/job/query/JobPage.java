package io.keelson.api.job.query;

import java.util.List;

/** Part of the list of jobs; {@code cursors} runs parallel to {@code items}. */
public record JobPage(List<JobView> items, List<String> cursors, boolean hasNextPage) {}
