package io.keelson.api.worker.query;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of the list of workers; {@code cursors} runs parallel to {@code items}. */
public record WorkerPage(List<WorkerView> items, List<String> cursors, PageInfo info) {}
