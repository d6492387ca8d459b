package io.keelson.graphql.owner;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.owner.query.CountOwned;
import io.keelson.api.owner.query.OwnedCount;
import io.keelson.graphql.message.Messages;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what many owners own with one query. */
public record OwnedCounts(Messages messages, RequestContext context) {
    public static OwnedCounts of(Messages messages, RequestContext context) {
        return new OwnedCounts(messages, context);
    }

    /**
     * A count for each owner.
     *
     * @param identity id of an owner
     * @param counted which count
     */
    public <V> Map<V, Long> resolve(List<V> owners, Function<V, OwnerId> identity, Function<OwnedCount, Long> counted) {
        List<OwnerId> ids = owners.stream().map(identity).distinct().toList();
        Map<OwnerId, Long> counts = messages.askAll(new CountOwned(ids), OwnedCount.class, context).stream()
                .collect(Collectors.toMap(OwnedCount::owner, counted));
        return owners.stream()
                .distinct()
                .collect(
                        Collectors.toMap(Function.identity(), owner -> counts.getOrDefault(identity.apply(owner), 0L)));
    }
}
