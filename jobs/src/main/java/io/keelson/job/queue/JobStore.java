package io.keelson.job.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/** What the dispatcher does with the queue: one transaction and one round trip a turn. For one thread. */
final class JobStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobStore.class);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Comparator<ClaimedJob> MOST_URGENT_FIRST = Comparator.comparingInt(ClaimedJob::priority)
            .reversed()
            .thenComparingLong(ClaimedJob::fairSeq)
            .thenComparing(ClaimedJob::id);

    private final QueueConnection connection;
    private final Duration agedAfter;
    private List<WaitingForKey> unseen = List.of();
    private boolean limits;
    private long nextDelayed = System.nanoTime();

    JobStore(DataSource dataSource, Duration agedAfter) {
        this.connection = new QueueConnection(dataSource);
        this.agedAfter = agedAfter;
    }

    /** A job whose serial key nobody has looked at. */
    private record WaitingForKey(UUID id, SerialKey key) {}

    /** Saves outcomes, makes due jobs ready and claims. */
    Turn turn(TurnPlan plan) {
        try {
            return attempt(plan);
        } catch (DataIntegrityViolationException e) {
            LOG.warn("Something that a job left cannot be stored; the outcomes are saved one by one.", e);
            int refused = plan.outcomes().stream()
                    .mapToInt(outcome -> saveAlone(plan.node(), outcome))
                    .sum();
            return new Turn(refused, List.of(), List.of(), Duration.ZERO, true);
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    private Turn attempt(TurnPlan plan) {
        Pipeline pipeline = new Pipeline();
        int[] saved = {0};
        List<ClaimedJob> claimed = new ArrayList<>();
        List<UUID> cancelled = new ArrayList<>();
        List<WaitingForKey> found = new ArrayList<>();
        new ReportStatements(plan.node(), plan.reports()).addTo(pipeline);
        save(plan.node(), plan.outcomes(), pipeline, saved);
        if (System.nanoTime() - nextDelayed >= 0) {
            pipeline.add(TurnStatements.PROMOTE, List.of(), _ -> {});
        }
        admit(plan.outcomes(), pipeline);
        if (plan.claim().free() > 0) {
            claim(plan.node(), plan.claim(), pipeline, claimed);
        }
        if (plan.lookForCancelled()) {
            pipeline.add(
                    TurnStatements.CANCELS, List.of(plan.node()), row -> cancelled.add(row.getObject(1, UUID.class)));
        }
        pipeline.add(
                TurnStatements.UNSEEN,
                List.of(),
                row -> found.add(new WaitingForKey(
                        row.getObject(1, UUID.class), new SerialKey(row.getObject(2, UUID.class), row.getString(3)))));
        Duration[] untilNext = {NEVER};
        pipeline.add(TurnStatements.LOOK, List.of(), row -> {
            long milliseconds = row.getLong(1);
            untilNext[0] = row.wasNull() ? NEVER : Duration.ofMillis(Math.max(0, milliseconds));
            limits = row.getBoolean(2);
        });
        connection.run(pipeline);
        unseen = found;
        nextDelayed = System.nanoTime() + untilNext[0].toNanos();
        claimed.sort(MOST_URGENT_FIRST);
        return new Turn(plan.outcomes().size() - saved[0], claimed, cancelled, untilNext[0], !found.isEmpty());
    }

    private static void save(UUID node, List<JobOutcome> outcomes, Pipeline pipeline, int[] saved) {
        List<JobOutcome> plain = outcomes.stream().filter(JobOutcome::plain).toList();
        if (!plain.isEmpty()) {
            pipeline.add(
                    TurnStatements.SAVE_PLAIN,
                    List.of(
                            array("uuid", plain, outcome -> outcome.job().id()),
                            array("int4", plain, outcome -> outcome.job().claim()),
                            node),
                    row -> saved[0] += row.getInt(1));
        }
        List<JobOutcome> others =
                outcomes.stream().filter(outcome -> !outcome.plain()).toList();
        if (!others.isEmpty()) {
            pipeline.add(TurnStatements.SAVE, parameters(node, others), row -> saved[0] += row.getInt(1));
        }
    }

    private static List<Object> parameters(UUID node, List<JobOutcome> outcomes) {
        return List.of(
                array("uuid", outcomes, outcome -> outcome.job().id()),
                array("int4", outcomes, outcome -> outcome.job().claim()),
                array("int2", outcomes, outcome -> outcome.status().code()),
                array("int8", outcomes, outcome -> outcome.delay().toMillis()),
                array("bool", outcomes, JobOutcome::charged),
                array("text", outcomes, error(error -> error.kind().name())),
                array("text", outcomes, error(JobError::code)),
                array("text", outcomes, error(JobError::message)),
                array("text", outcomes, error(JobError::stack)),
                array("text", outcomes, JobOutcome::result),
                node,
                node);
    }

    private static Function<JobOutcome, @Nullable Object> error(Function<JobError, @Nullable Object> value) {
        return outcome -> outcome.error() == null ? null : value.apply(outcome.error());
    }

    /** Keys whose holder has ended, and keys that nobody has looked at. */
    private void admit(List<JobOutcome> outcomes, Pipeline pipeline) {
        Set<SerialKey> keys = new LinkedHashSet<>();
        outcomes.stream()
                .filter(JobOutcome::ended)
                .map(outcome -> SerialKey.of(outcome.job()))
                .filter(Objects::nonNull)
                .forEach(keys::add);
        unseen.forEach(waiting -> keys.add(waiting.key()));
        if (!keys.isEmpty()) {
            pipeline.add(
                    TurnStatements.LOCK_KEYS,
                    List.of(array(
                            "int4",
                            keys.stream().map(SerialKey::lock).distinct().sorted())),
                    _ -> {});
            pipeline.add(
                    TurnStatements.ADMIT_KEYS,
                    List.of(
                            array("uuid", keys.stream().map(SerialKey::tenant)),
                            array("text", keys.stream().map(SerialKey::key))),
                    _ -> {});
        }
        if (!unseen.isEmpty()) {
            pipeline.add(
                    TurnStatements.SEEN, List.of(array("uuid", unseen.stream().map(WaitingForKey::id))), _ -> {});
        }
        if (limits) {
            pipeline.add(TurnStatements.LOCK_LIMITS, List.of(), _ -> {});
            pipeline.add(TurnStatements.ADMIT_LIMITED, List.of(), _ -> {});
        }
    }

    private void claim(UUID node, TurnPlan.Claim claim, Pipeline pipeline, List<ClaimedJob> claimed) {
        Pipeline.SqlArray queues = array("text", claim.held().keySet().stream());
        Pipeline.SqlArray counts = array("int4", claim.held().values().stream());
        int free = claim.free();
        if (claim.aged()) {
            pipeline.add(
                    TurnStatements.CLAIM_AGED + TurnStatements.TAKE,
                    List.of(queues, counts, free, claim.lanes(), agedAfter.toMillis(), free, node),
                    row -> claimed.add(ClaimedJob.read(row)));
        } else {
            pipeline.add(
                    TurnStatements.CLAIM + TurnStatements.TAKE,
                    List.of(queues, counts, claim.lanes(), free, free, free, node),
                    row -> claimed.add(ClaimedJob.read(row)));
        }
    }

    /** An outcome that cannot be stored is a failure of its job, else it would come back for ever. */
    private int saveAlone(UUID node, JobOutcome outcome) {
        try {
            return refusedAlone(node, outcome);
        } catch (DataIntegrityViolationException e) {
            JobError error = JobError.of(JobError.Kind.FAILED, "What it left cannot be stored: " + e.getMessage());
            return refusedAlone(node, JobOutcome.failed(outcome.job(), error, false));
        }
    }

    private int refusedAlone(UUID node, JobOutcome outcome) {
        Pipeline pipeline = new Pipeline();
        int[] saved = {0};
        save(node, List.of(outcome), pipeline, saved);
        connection.run(pipeline);
        return 1 - saved[0];
    }

    private static Pipeline.SqlArray array(
            String type, List<JobOutcome> outcomes, Function<JobOutcome, @Nullable Object> value) {
        return array(type, outcomes.stream().map(value));
    }

    private static Pipeline.SqlArray array(String type, Stream<? extends @Nullable Object> values) {
        return new Pipeline.SqlArray(type, values.toList());
    }
}
