package io.keelson.api.rollout.query;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of the members of a rollout; {@code cursors} runs parallel to {@code items}. */
public record RolloutMemberPage(List<RolloutMemberView> items, List<String> cursors, PageInfo info) {}
