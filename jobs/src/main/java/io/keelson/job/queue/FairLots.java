package io.keelson.job.queue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * New jobs in lots of one tenant, queue and priority, each with its place in its lot, so that the database looks up once
 * per lot where the lot begins. A job that turns out not to be ready leaves its place empty.
 */
final class FairLots {
    private final SequencedMap<Lot, Integer> lots = new LinkedHashMap<>();
    private final Map<Lot, Integer> sizes = new HashMap<>();
    private final @Nullable Object[] numbers;
    private final @Nullable Object[] places;

    private record Lot(UUID tenantId, String queue, int priority) {
        static Lot of(NewJob job) {
            return new Lot(
                    job.owner().tenantId(), job.place().queue(), job.place().priority());
        }
    }

    private FairLots(int jobs) {
        numbers = new @Nullable Object[jobs];
        places = new @Nullable Object[jobs];
    }

    static FairLots of(List<NewJob> jobs) {
        FairLots all = new FairLots(jobs.size());
        for (int i = 0; i < jobs.size(); i++) {
            Lot lot = Lot.of(jobs.get(i));
            all.numbers[i] = all.lots.computeIfAbsent(lot, _ -> all.lots.size() + 1);
            all.places[i] = all.sizes.merge(lot, 1, Integer::sum) - 1;
        }
        return all;
    }

    int count() {
        return lots.size();
    }

    /** Number of each job's lot, from 1. */
    @Nullable
    Object[] numbers() {
        return numbers;
    }

    /** Place of each job in its lot, from 0. */
    @Nullable
    Object[] places() {
        return places;
    }

    /** Tenant, queue and priority of the lots, in the order of their numbers. */
    List<@Nullable Object[]> columns() {
        return List.of(each(Lot::tenantId), each(Lot::queue), each(Lot::priority));
    }

    private @Nullable Object[] each(Function<Lot, Object> value) {
        return lots.keySet().stream().map(value).toArray();
    }
}
