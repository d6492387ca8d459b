package io.keelson.api.health;

import io.keelson.api.instance.InstanceId;
import java.util.List;

/**
 * Asks for the latest changes of the health of each of these instances; answers a list of {@link HealthHistoryView}, one for
 * each, in no order.
 *
 * @param first how many changes of each, 1 to 200
 */
public record FindHealthHistories(List<InstanceId> ids, int first) {}
