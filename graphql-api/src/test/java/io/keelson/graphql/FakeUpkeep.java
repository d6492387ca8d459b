package io.keelson.graphql;

import io.keelson.api.health.CheckStatus;
import io.keelson.api.health.DriftAction;
import io.keelson.api.health.DriftView;
import io.keelson.api.health.FindHealthChanges;
import io.keelson.api.health.FindHealthHistories;
import io.keelson.api.health.FindOrphans;
import io.keelson.api.health.GetUpkeep;
import io.keelson.api.health.GetUptimes;
import io.keelson.api.health.HealthArea;
import io.keelson.api.health.HealthChangePage;
import io.keelson.api.health.HealthChangeView;
import io.keelson.api.health.HealthCheckView;
import io.keelson.api.health.HealthHistoryView;
import io.keelson.api.health.HealthMetricsView;
import io.keelson.api.health.HealthReportView;
import io.keelson.api.health.OrphanView;
import io.keelson.api.health.UpkeepView;
import io.keelson.api.health.UptimeView;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.command.ReconcileInstance;
import io.keelson.api.instance.command.RestartInstance;
import io.keelson.api.instance.query.DataTransferPage;
import io.keelson.api.instance.query.DataTransferView;
import io.keelson.api.instance.query.FindDataTransfers;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.query.Page;
import io.keelson.api.query.PageInfo;
import io.keelson.api.tenant.residency.Region;
import io.keelson.fixture.InstanceFixtures;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;

/** Stands for the watch of instances: every instance is sick in the same way. */
final class FakeUpkeep {
    private final FakePlatform platform;

    FakeUpkeep(FakePlatform platform) {
        this.platform = platform;
    }

    @CommandHandler
    OperationId decide(RestartInstance command) {
        platform.commands.add(command);
        platform.operations.put(
                command.operationId(), FakePlatform.operation(command.operationId(), command.instanceId()));
        return command.operationId();
    }

    @CommandHandler
    OperationId decide(ReconcileInstance command) {
        platform.commands.add(command);
        platform.operations.put(
                command.operationId(), FakePlatform.operation(command.operationId(), command.instanceId()));
        return command.operationId();
    }

    @QueryHandler
    List<UpkeepView> handle(GetUpkeep query) {
        platform.queries.add(query);
        HealthReportView report = new HealthReportView(
                FakePlatform.NOW,
                CheckStatus.FAIL,
                true,
                List.of(new HealthCheckView(
                        HealthArea.API, CheckStatus.FAIL, Duration.ofMillis(12), "GET /health answered with 500.")),
                new HealthMetricsView(null, 1_000_000_000L, null, null, 1.0, null, null));
        DriftView drift = new DriftView("DATA_MISSING", "The data is gone.", DriftAction.REPORT, FakePlatform.NOW);
        return query.ids().stream()
                .map(id -> new UpkeepView(id, report, List.of(drift), true))
                .toList();
    }

    @QueryHandler
    List<UptimeView> handle(GetUptimes query) {
        platform.queries.add(query);
        return query.ids().stream()
                .map(id -> new UptimeView(id, Duration.ofHours(3), Duration.ofHours(4)))
                .toList();
    }

    @QueryHandler
    List<HealthHistoryView> handle(FindHealthHistories query) {
        platform.queries.add(query);
        return query.ids().stream()
                .map(id -> new HealthHistoryView(id, handle(new FindHealthChanges(id, new Page(1, null)))))
                .toList();
    }

    @QueryHandler
    DataTransferPage handle(FindDataTransfers query) {
        platform.queries.add(query);
        DataTransferView transfer = new DataTransferView(
                UUID.randomUUID(),
                InstanceFixtures.INSTANCE_ID,
                InstanceFixtures.OPERATION_ID,
                OperationKind.MIGRATE,
                new Region("local"),
                new Region("ng-lagos-1"),
                "local-operator",
                FakePlatform.NOW);
        return new DataTransferPage(List.of(transfer), List.of("cursor-1"), new PageInfo(false, 1));
    }

    @QueryHandler
    HealthChangePage handle(FindHealthChanges query) {
        HealthChangeView change = new HealthChangeView(
                UUID.randomUUID(), InstanceHealth.UNHEALTHY, "It died.", true, "Goodbye.", FakePlatform.NOW);
        return new HealthChangePage(List.of(change), List.of("cursor-1"), new PageInfo(false, 1));
    }

    @QueryHandler
    List<OrphanView> handle(FindOrphans query) {
        return List.of(new OrphanView("process", "directory", "/home/notes", null, FakePlatform.NOW));
    }
}
