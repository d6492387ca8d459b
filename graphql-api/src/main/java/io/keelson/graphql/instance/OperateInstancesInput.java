package io.keelson.graphql.instance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to do with which instances, and why. */
record OperateInstancesInput(
        BulkAction action,
        List<String> instanceIds,
        @Nullable String region,
        String reason) {}
