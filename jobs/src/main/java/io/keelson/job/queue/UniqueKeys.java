package io.keelson.job.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps jobs apart whose keys are equal. The usual rule, one unfinished job that stays as it is, is kept by an index. The
 * others are kept by a lock on the key, held until the end of the transaction.
 */
final class UniqueKeys {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0))";
    // Conditions are literals, else the partial indexes would not be used.
    private static final Map<UniqueScope, String> COUNTING = Map.of(
            UniqueScope.UNFINISHED,
            "unique_scope = 0 and status in (0, 1, 2, 6, 7)",
            UniqueScope.WAITING,
            "unique_scope <> 0 and unique_scope = 1 and status in (0, 1, 6, 7)",
            UniqueScope.PERIOD,
            """
            unique_scope <> 0 and unique_scope = 2 and (status in (0, 1, 2, 6, 7)
              or created_at > clock_timestamp() - :period * interval '1 millisecond')\
            """);
    private static final String REPLACE = """
        update jobs.platform_job set payload = cast(:payload as jsonb), priority = :priority,
          run_at = coalesce(cast(:runAt as timestamptz), clock_timestamp()), fair_seq = 0,
          gate = case when gate = 4 then 4 else 0 end, status = case when status = 6 then 6 else 0 end
        where id = :id and status in (0, 1, 6, 7)\
        """;
    private static final int MOST_ROUNDS = 5;

    private final JdbcClient jdbc;
    private final JoinedTransaction transaction;
    private final Function<List<NewJob>, List<Enqueued>> insert;

    /**
     * Makes the rule.
     *
     * @param insert inserts what the index lets in
     */
    UniqueKeys(DataSource dataSource, Function<List<NewJob>, List<Enqueued>> insert) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new JoinedTransaction(dataSource);
        this.insert = insert;
    }

    List<Enqueued> enqueue(List<NewJob> jobs) {
        if (jobs.stream().allMatch(job -> job.uniqueness() == null)) {
            return insert.apply(jobs);
        }
        return jobs.stream().allMatch(UniqueKeys::keptByIndex)
                ? withIndex(jobs)
                : transaction.execute(() -> withLocks(jobs));
    }

    private static boolean keptByIndex(NewJob job) {
        JobUniqueness uniqueness = job.uniqueness();
        return uniqueness == null
                || (uniqueness.scope() == UniqueScope.UNFINISHED && uniqueness.onConflict() == OnConflict.KEEP);
    }

    /** An earlier job may end between the insert that it prevents and the look for it; then there is another round. */
    private List<Enqueued> withIndex(List<NewJob> jobs) {
        List<Enqueued> enqueued = new ArrayList<>(insert.apply(jobs));
        for (int i = 0; i < jobs.size(); i++) {
            if (!enqueued.get(i).added()) {
                enqueued.set(i, earlierOrInserted(jobs.get(i)));
            }
        }
        return enqueued;
    }

    private Enqueued earlierOrInserted(NewJob job) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Earlier> earlier = earlier(job);
            if (earlier.isPresent()) {
                return new Enqueued(earlier.get().id(), Enqueued.Fate.KEPT);
            }
            Enqueued inserted = insert.apply(List.of(job)).getFirst();
            if (inserted.added()) {
                return inserted;
            }
        }
        throw new IllegalStateException("Jobs of type %s with the key %s come and go too fast; try again."
                .formatted(job.type(), Objects.requireNonNull(job.uniqueness()).key()));
    }

    /** Keys are locked in an order that all callers share, so that no two wait for each other. */
    private List<Enqueued> withLocks(List<NewJob> jobs) {
        jobs.stream()
                .filter(job -> !keptByIndex(job))
                .map(UniqueKeys::lockName)
                .distinct()
                .sorted()
                .forEach(name -> jdbc.sql(LOCK).param(name).query((_, _) -> 0).list());
        Enqueued[] enqueued = new Enqueued[jobs.size()];
        List<Integer> simple = IntStream.range(0, jobs.size())
                .filter(i -> keptByIndex(jobs.get(i)))
                .boxed()
                .toList();
        List<Enqueued> inserted = withIndex(simple.stream().map(jobs::get).toList());
        for (int i = 0; i < simple.size(); i++) {
            enqueued[simple.get(i)] = inserted.get(i);
        }
        for (int i = 0; i < enqueued.length; i++) {
            if (!keptByIndex(jobs.get(i))) {
                enqueued[i] = withLock(jobs.get(i));
            }
        }
        return Arrays.asList(enqueued);
    }

    private Enqueued withLock(NewJob job) {
        Earlier earlier = earlier(job).orElse(null);
        if (earlier == null) {
            return insert.apply(List.of(job)).getFirst();
        }
        boolean replace = Objects.requireNonNull(job.uniqueness()).onConflict() == OnConflict.REPLACE;
        return new Enqueued(
                earlier.id(), replace && replaced(earlier.id(), job) ? Enqueued.Fate.REPLACED : Enqueued.Fate.KEPT);
    }

    private boolean replaced(UUID id, NewJob job) {
        return jdbc.sql(REPLACE)
                        .param("id", id)
                        .param("payload", job.payload())
                        .param("priority", job.place().priority())
                        .param("runAt", Objects.toString(job.place().runAt(), null))
                        .update()
                == 1;
    }

    private Optional<Earlier> earlier(NewJob job) {
        JobUniqueness uniqueness = Objects.requireNonNull(job.uniqueness());
        return jdbc.sql("""
            select id from jobs.platform_job
            where type = :type and unique_key = :key and tenant_id = :tenant and unique_key is not null and %s
            order by status = 2, id desc limit 1\
            """.formatted(COUNTING.get(uniqueness.scope())))
                .param("type", job.type())
                .param("key", uniqueness.key())
                .param("tenant", job.owner().tenantId())
                .param("period", uniqueness.period().toMillis())
                .query((row, _) -> new Earlier(row.getObject(1, UUID.class)))
                .optional();
    }

    private static String lockName(NewJob job) {
        JobUniqueness uniqueness = Objects.requireNonNull(job.uniqueness());
        return "keelson.job:%s:%s:%s:%s"
                .formatted(job.owner().tenantId(), job.type(), uniqueness.scope(), uniqueness.key());
    }

    private record Earlier(UUID id) {}
}
