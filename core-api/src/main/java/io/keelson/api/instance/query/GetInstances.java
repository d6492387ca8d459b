package io.keelson.api.instance.query;

import io.keelson.api.instance.InstanceId;
import java.util.List;

/** Asks for instances by id; answers a list of {@link InstanceView} in no order, unknown ids left out. */
public record GetInstances(List<InstanceId> ids) {}
