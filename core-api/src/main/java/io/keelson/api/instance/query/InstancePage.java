package io.keelson.api.instance.query;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of the list of instances; {@code cursors} runs parallel to {@code items}. */
public record InstancePage(List<InstanceView> items, List<String> cursors, PageInfo info) {}
