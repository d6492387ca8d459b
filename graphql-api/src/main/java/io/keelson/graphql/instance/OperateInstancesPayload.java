package io.keelson.graphql.instance;

import java.util.List;

/** One result per instance, in the order of the request. */
record OperateInstancesPayload(List<InstanceResult> results) {}
