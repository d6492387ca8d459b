package io.keelson.app.worker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.keelson.app.story.GraphQlClient;
import io.keelson.app.story.KeelsonProcess;
import io.keelson.job.queue.Enqueued;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.NewJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A node with an API and worker processes beside it, all of them real, and what is done to them. */
final class WorkerSite implements AutoCloseable {
    /** Lanes of one worker process. */
    static final int LANES = 4;

    static final Duration GRACE = Duration.ofSeconds(3);
    private static final String WORKERS = """
            query($state: WorkerState) {
              workers(first: 20, filter: { state: $state }) {
                edges { node { id state pid roles supervised lanes { open busy max } jobs { id type } } }
              }
            }""";

    private final Path home;
    private final KeelsonProcess keelson;
    private final JdbcClient jdbc;
    private final JobQueue queue;

    private WorkerSite(Path home, KeelsonProcess keelson) throws IOException {
        this.home = home;
        this.keelson = keelson;
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setPortNumbers(new int[] {Integer.parseInt(read("postgres/port"))});
        database.setServerNames(new String[] {"127.0.0.1"});
        database.setDatabaseName("keelson");
        database.setUser("keelson");
        database.setPassword(read("postgres/password"));
        jdbc = JdbcClient.create(database);
        queue = new JobQueue(database, () -> {});
    }

    /** Starts everything and waits until so many worker processes take jobs. */
    static WorkerSite start(int workers) throws IOException {
        Path home = Files.createTempDirectory("keelson-workers");
        KeelsonProcess keelson = KeelsonProcess.in(home)
                .with(
                        "--keelson.roles=api,projector",
                        "--keelson.samples=false",
                        "--keelson.worker-story=true",
                        "--keelson.workers.min-workers=" + workers,
                        "--keelson.workers.max-workers=" + workers,
                        "--keelson.workers.concurrency=" + LANES,
                        "--keelson.workers.memory-limit=600M",
                        "--keelson.workers.cpu-limit=2",
                        "--keelson.jobs.grace=" + GRACE.toMillis() + "ms");
        try {
            keelson.start(null).awaitReady();
            WorkerSite site = new WorkerSite(home, keelson);
            site.makeTables();
            await().atMost(180, SECONDS)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> site.running().size() == workers);
            return site;
        } catch (IOException | RuntimeException | Error failed) {
            keelson.close();
            throw failed;
        }
    }

    private void makeTables() {
        jdbc.sql("create schema worker_story").update();
        jdbc.sql("""
                    create table worker_story.begun (place bigserial primary key, job uuid not null, attempt int not null,
                      pid bigint not null, at timestamptz not null default clock_timestamp())""").update();
        jdbc.sql("create table worker_story.effect (job uuid primary key)").update();
        jdbc.sql("create table worker_story.release (row int)").update();
    }

    GraphQlClient client() {
        return keelson.client();
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    KeelsonProcess keelson() {
        return keelson;
    }

    /** Enqueues in one transaction, so that all are there at once. */
    List<UUID> enqueue(int count, IntFunction<NewJob> job) {
        return queue.enqueueAll(IntStream.range(0, count).mapToObj(job).toList()).stream()
                .map(Enqueued::id)
                .toList();
    }

    static NewJob job(int millis) {
        return NewJob.of(EffectHandler.TYPE, new EffectHandler.Order(millis, false).json());
    }

    static NewJob stubbornJob() {
        return NewJob.of(EffectHandler.TYPE, new EffectHandler.Order(0, true).json());
    }

    int count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }

    /** Jobs that are not over. */
    int unfinished() {
        return count("jobs.platform_job where type = '%s' and status not in (3, 4)".formatted(EffectHandler.TYPE));
    }

    void awaitAllFinished(Duration atMost) {
        await().atMost(atMost).pollInterval(Duration.ofMillis(100)).until(() -> unfinished() == 0);
    }

    List<JsonNode> workers(String state) {
        JsonNode workers = client().data(WORKERS, Map.of("state", state)).path("workers");
        return workers.path("edges")
                .valueStream()
                .map(edge -> edge.path("node"))
                .toList();
    }

    List<JsonNode> running() {
        return workers("RUNNING");
    }

    /** Process numbers of the workers that take jobs; one that was just killed is not among them. */
    List<Long> pids() {
        return running().stream()
                .map(worker -> worker.path("pid").asLong())
                .filter(pid -> ProcessHandle.of(pid).isPresent())
                .toList();
    }

    static void signal(long pid, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Process numbers of the whole database server. */
    List<Long> database() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(home.resolve("postgres/data/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        return Stream.concat(server.descendants(), Stream.of(server))
                .map(ProcessHandle::pid)
                .toList();
    }

    String logOfWorkers() throws IOException {
        StringBuilder log = new StringBuilder();
        try (Stream<Path> files = Files.list(home.resolve("log"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("worker-"))
                    .toList()) {
                log.append(Files.readString(file));
            }
        }
        return log.toString();
    }

    private String read(String file) throws IOException {
        return Files.readString(home.resolve(file)).strip();
    }

    /** A failed test must leave no process behind. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> processes =
                jdbc.sql("select pid from jobs.worker_process where pid is not null").query(Long.class).list().stream()
                        .flatMap(pid -> ProcessHandle.of(pid).stream())
                        .toList();
        keelson.close();
        processes.forEach(ProcessHandle::destroyForcibly);
        FileSystemUtils.deleteRecursively(home);
    }
}
