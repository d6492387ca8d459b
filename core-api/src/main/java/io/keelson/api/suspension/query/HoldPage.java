package io.keelson.api.suspension.query;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of the list of holds; {@code cursors} runs parallel to {@code items}. */
public record HoldPage(List<HoldView> items, List<String> cursors, PageInfo info) {}
