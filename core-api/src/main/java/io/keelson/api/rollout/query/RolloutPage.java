package io.keelson.api.rollout.query;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of the list of rollouts; {@code cursors} runs parallel to {@code items}. */
public record RolloutPage(List<RolloutView> items, List<String> cursors, PageInfo info) {}
