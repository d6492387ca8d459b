package io.keelson.api.version.query;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of the list of versions; {@code cursors} runs parallel to {@code items}. */
public record VersionPage(List<VersionView> items, List<String> cursors, PageInfo info) {}
