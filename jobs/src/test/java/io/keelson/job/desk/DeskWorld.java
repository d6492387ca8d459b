package io.keelson.job.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import io.keelson.api.job.JobBatchId;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobOwnership;
import io.keelson.api.job.JobSpec;
import io.keelson.api.job.JobSubmission;
import io.keelson.api.job.command.SubmitJob;
import io.keelson.fixture.JobFixtures;
import io.keelson.fixture.TenantFixtures;
import io.keelson.job.JobsDatabase;
import io.keelson.job.queue.JobActs;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.QueueActs;
import io.keelson.job.queue.RunningJob;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.SimpleEventBus;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The desks on a real database, two kinds of work, and the events that were published. */
final class DeskWorld implements AutoCloseable {
    static final String OPEN = "open.work";
    static final String OWN = "own.work";
    private static final String SCHEMA = """
        {"type": "object", "properties": {"to": {"type": "string"}, "tags": {"type": "array", "items": {"type": "string"}}},
         "required": ["to"], "additionalProperties": false}\
        """;

    final JobsDatabase database = new JobsDatabase();
    final List<DomainEventMessage<?>> events = new CopyOnWriteArrayList<>();
    final AtomicInteger signals = new AtomicInteger();
    final JobQueue queue = new JobQueue(database.dataSource(), signals::incrementAndGet);
    final JobCatalogue types = new JobCatalogue(List.of(new Work(OPEN, true, SCHEMA), new Work(OWN, false, null)));
    final EventBus bus = SimpleEventBus.builder().build();
    final SubmissionDesk submissions = new SubmissionDesk(database.dataSource(), queue, types, DeskWorld::lookUp, bus);
    final JobActs acts = new JobActs(database.dataSource(), signals::incrementAndGet);
    final QueueDesk queues =
            new QueueDesk(database.dataSource(), new QueueActs(database.dataSource(), signals::incrementAndGet), bus);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));

    DeskWorld() {
        var _ = bus.subscribe(published -> published.forEach(event -> events.add((DomainEventMessage<?>) event)));
    }

    /** Does something as the command bus would: in a transaction. */
    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(_ -> work.get());
    }

    void inTransaction(Runnable work) {
        transaction.executeWithoutResult(_ -> work.run());
    }

    JobSubmission submit(JobBatchId batch, JobSpec spec) {
        return inTransaction(() -> submissions.decide(new SubmitJob(batch, spec), "admin-7"));
    }

    JobId submit(JobSpec spec) {
        return submit(batch(), spec).jobIds().getFirst();
    }

    static JobBatchId batch() {
        return new JobBatchId(UUID.randomUUID());
    }

    static JobSpec spec() {
        return JobFixtures.spec(OPEN, "{\"to\": \"a\"}");
    }

    Rejection refusalOf(Runnable work) {
        RejectedException refusal = catchThrowableOfType(RejectedException.class, () -> inTransaction(work));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.rejection();
    }

    /** What was published about a job, in order. */
    List<Object> payloads(JobId id) {
        return about(id).<Object>map(DomainEventMessage::getPayload).toList();
    }

    List<Long> sequences(JobId id) {
        return about(id).map(DomainEventMessage::getSequenceNumber).toList();
    }

    private Stream<DomainEventMessage<?>> about(JobId id) {
        return events.stream().filter(event -> event.getAggregateIdentifier().equals(id.toString()));
    }

    int jobs() {
        return database.countOf("jobs.platform_job");
    }

    /** The tenant of the fixtures exists, and its instance. */
    private static JobOwners.Known lookUp(Collection<JobOwnership> owners) {
        return owner -> {
            if (owner.tenantId() != null && !owner.tenantId().equals(TenantFixtures.TENANT_ID)) {
                throw new RejectedException(ErrorCode.TENANT_NOT_FOUND, "tenantId", "There is no such tenant.");
            }
            return owner.instanceId() == null ? owner : new JobOwnership(TenantFixtures.TENANT_ID, owner.instanceId());
        };
    }

    @Override
    public void close() {
        database.close();
    }

    /** A kind of work that does nothing. */
    private record Work(String type, boolean submittable, String payloadSchema) implements JobHandler {
        @Override
        public String run(RunningJob job) {
            return null;
        }
    }
}
