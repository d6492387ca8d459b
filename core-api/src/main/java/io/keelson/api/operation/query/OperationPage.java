package io.keelson.api.operation.query;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of the list of operations; {@code cursors} runs parallel to {@code items}. */
public record OperationPage(List<OperationView> items, List<String> cursors, PageInfo info) {}
