package io.keelson.api.health;

import io.keelson.api.instance.InstanceId;
import java.util.List;

/** Asks for the upkeep of instances; answers a list of {@link UpkeepView} in no order, unwatched ones left out. */
public record GetUpkeep(List<InstanceId> ids) {}
