package io.keelson.api.health;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of the history of an instance's health; {@code cursors} runs parallel to {@code items}. */
public record HealthChangePage(List<HealthChangeView> items, List<String> cursors, PageInfo info) {}
