package io.keelson.job.type.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.query.FindInstances;
import io.keelson.api.instance.query.InstancePage;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.query.PageInfo;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.query.FindTenants;
import io.keelson.api.tenant.query.TenantPage;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.job.queue.JobOwner;
import io.keelson.job.queue.JobStatus;
import io.keelson.job.type.JobJson;
import io.keelson.job.type.QueryAnswers;
import io.keelson.job.type.TypeWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportCsvHandlerTest {
    private static final int TENANTS = 450;
    private static final PartnerId PARTNER = new PartnerId(new UUID(1, 1));

    @TempDir
    private Path home;

    private final List<FindInstances> askedForInstances = new CopyOnWriteArrayList<>();
    private ReportDirectory directory;
    private TypeWorld world;
    private FinishedReports reports;

    @BeforeEach
    void enter() {
        directory = new ReportDirectory(home.resolve("reports"), 1 << 20);
        QueryAnswers answers = new QueryAnswers()
                .answering(FindTenants.class, TenantPage.class, ReportCsvHandlerTest::tenants)
                .answering(FindInstances.class, InstancePage.class, query -> {
                    askedForInstances.add(query);
                    return new InstancePage(List.of(), List.of(), new PageInfo(false, 0));
                });
        world = TypeWorld.with(new ReportCsvHandler(answers.gateway(), directory));
        reports = new FinishedReports(world.database.dataSource(), directory);
    }

    @AfterEach
    void leave() {
        world.close();
    }

    @Test
    void everyRowOfEveryPageIsInTheFile() throws Exception {
        TypeWorld.Row row = world.run(ReportCsvHandler.TYPE, "{\"query\": \"tenants\"}");

        assertThat(row.status()).as(row.error()).isEqualTo(JobStatus.SUCCEEDED);
        Path file = reports.find(row.id()).orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        List<String> lines = List.of(Files.readString(file).split("\r\n"));
        assertThat(lines.getFirst()).isEqualTo("id,partnerId,name,status,suspensionId,createdAt,updatedAt,createdBy");
        assertThat(lines).hasSize(TENANTS + 1).doesNotHaveDuplicates();
        assertThat(lines.get(1)).contains("'=Tenant 0").contains("2026-01-01T00:00:00Z");
        JsonNode result = JsonMapper.shared().readTree(row.result());
        assertThat(result.path("rows").asInt()).isEqualTo(TENANTS);
        assertThat(result.path("bytes").asInt()).isEqualTo(bytes.length);
        assertThat(result.path("sha256").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(row.result()).doesNotContain(home.toString());
    }

    @Test
    void columnsAreChosenAndOrdered() throws Exception {
        TypeWorld.Row row = world.run(
                ReportCsvHandler.TYPE,
                "{\"query\": \"tenants\", \"filter\": {\"nameContains\": \"7\"}, \"columns\": [\"name\", \"id\"]}");

        assertThat(Files.readString(reports.find(row.id()).orElseThrow())).startsWith("name,id\r\n'=Tenant 7,tenant:");
    }

    @Test
    void aTenantSeesItsOwnInstancesOnly() {
        JobOwner owner = new JobOwner(TypeWorld.TENANT, null, "ann");
        UUID own = world.submit(
                ReportCsvHandler.TYPE,
                "{\"query\": \"instances\", \"filter\": {\"tenantId\": \"tenant:%s\"}}".formatted(UUID.randomUUID()),
                owner);
        UUID others = world.submit(ReportCsvHandler.TYPE, "{\"query\": \"tenants\"}", owner);

        assertThat(world.end(own).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(askedForInstances)
                .singleElement()
                .satisfies(query -> assertThat(query.filter().tenantId()).isEqualTo(new TenantId(TypeWorld.TENANT)));
        assertThat(world.end(others).code()).isEqualTo("REPORT_NOT_ALLOWED");
    }

    @Test
    void onlyFinishedReportsOfTheirOwnerAreFound() {
        UUID job = world.submit(
                ReportCsvHandler.TYPE, "{\"query\": \"instances\"}", new JobOwner(TypeWorld.TENANT, null, "ann"));
        world.end(job);

        assertThat(reports.find(job, TypeWorld.TENANT)).isPresent();
        assertThat(reports.find(job, JobOwner.PLATFORM.tenantId())).isPresent();
        assertThat(reports.find(job, UUID.randomUUID())).isEmpty();
        assertThat(reports.find(UUID.randomUUID())).isEmpty();
        world.database.jdbc().sql("update jobs.platform_job set status = 4").update();
        assertThat(reports.find(job)).isEmpty();
    }

    @Test
    void filesGoWithTheirJobs() throws Exception {
        UUID kept = world.run(ReportCsvHandler.TYPE, "{\"query\": \"tenants\"}").id();
        UUID gone = world.run(ReportCsvHandler.TYPE, "{\"query\": \"tenants\"}").id();
        world.database
                .jdbc()
                .sql("delete from jobs.platform_job where id = ?")
                .param(gone)
                .update();
        Instant now = Instant.parse("2026-03-01T00:00:00Z");
        Path old = Files.createFile(directory.path().resolve(".draft-old"));
        Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofDays(2))));
        Path fresh = Files.createFile(directory.path().resolve(".draft-fresh"));
        Files.setLastModifiedTime(fresh, FileTime.from(now));
        Path foreign = Files.createFile(directory.path().resolve("notes.csv"));
        ReportSweep sweep = new ReportSweep(
                world.database.dataSource(), directory, Clock.fixed(now, ZoneOffset.UTC), Duration.ofHours(1));

        assertThat(sweep.sweep()).isEqualTo(2);
        assertThat(sweep.sweep()).isZero();
        assertThat(directory.file(kept)).exists();
        assertThat(directory.file(gone)).doesNotExist();
        assertThat(fresh).exists();
        assertThat(foreign).exists();
    }

    private static TenantPage tenants(FindTenants query) {
        List<TenantView> all = new ArrayList<>();
        for (int i = 0; i < TENANTS; i++) {
            String json = """
                    {"id": "tenant:%s", "partnerId": "%s", "name": "=Tenant %d", "status": "ACTIVE",
                     "createdAt": "2026-01-01T00:00:00Z", "updatedAt": "2026-01-01T00:00:00Z", "createdBy": "ann"}""".formatted(new UUID(2, i), PARTNER, i);
            all.add(JobJson.MAPPER.readValue(json, TenantView.class));
        }
        String part = Objects.requireNonNullElse(query.filter().nameContains(), "");
        List<TenantView> found = all.stream()
                .filter(tenant -> tenant.name().value().contains(part))
                .toList();
        String after = query.page().after();
        int begin = after == null ? 0 : Integer.parseInt(after) + 1;
        int end = Math.min(found.size(), begin + query.page().first());
        List<String> cursors = new ArrayList<>();
        for (int i = begin; i < end; i++) {
            cursors.add(Integer.toString(i));
        }
        return new TenantPage(found.subList(begin, end), cursors, new PageInfo(end < found.size(), found.size()));
    }
}
