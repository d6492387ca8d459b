package io.keelson.graphql.instance;

import java.util.List;

/** What to do with which instances, and why. */
record OperateInstancesInput(BulkAction action, List<String> instanceIds, String reason) {}
