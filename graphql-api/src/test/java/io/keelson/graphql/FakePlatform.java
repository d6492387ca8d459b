package io.keelson.graphql;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceCondition;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.instance.command.TerminateInstance;
import io.keelson.api.instance.query.FindInstances;
import io.keelson.api.instance.query.FindInstancesOfVersion;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstancePage;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.instance.query.WatchInstances;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepState;
import io.keelson.api.operation.query.FindOperations;
import io.keelson.api.operation.query.GetOperations;
import io.keelson.api.operation.query.OperationPage;
import io.keelson.api.operation.query.OperationView;
import io.keelson.api.operation.query.StepView;
import io.keelson.api.operation.query.WatchOperation;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.owner.query.CountOwned;
import io.keelson.api.owner.query.OwnedCount;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.command.DeletePartner;
import io.keelson.api.partner.command.RegisterPartner;
import io.keelson.api.partner.command.ResumePartner;
import io.keelson.api.partner.command.SuspendPartner;
import io.keelson.api.partner.command.UpdatePartner;
import io.keelson.api.partner.query.FindPartners;
import io.keelson.api.partner.query.GetPartners;
import io.keelson.api.partner.query.PartnerPage;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.api.query.AwaitProjected;
import io.keelson.api.query.Page;
import io.keelson.api.query.PageInfo;
import io.keelson.api.setting.SettingId;
import io.keelson.api.setting.command.SetPlatformSetting;
import io.keelson.api.setting.query.FindSettingChanges;
import io.keelson.api.setting.query.GetPlatformSettings;
import io.keelson.api.setting.query.PlatformSettingView;
import io.keelson.api.setting.query.SettingChangePage;
import io.keelson.api.setting.query.SettingChangeView;
import io.keelson.api.suspension.HoldId;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.suspension.SuspensionState;
import io.keelson.api.suspension.query.FindHolds;
import io.keelson.api.suspension.query.GetSuspensions;
import io.keelson.api.suspension.query.HoldPage;
import io.keelson.api.suspension.query.HoldView;
import io.keelson.api.suspension.query.SuspensionView;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.command.DeleteTenant;
import io.keelson.api.tenant.command.RegisterTenant;
import io.keelson.api.tenant.command.ResumeTenant;
import io.keelson.api.tenant.command.SuspendTenant;
import io.keelson.api.tenant.command.UpdateTenant;
import io.keelson.api.tenant.query.FindTenants;
import io.keelson.api.tenant.query.GetTenants;
import io.keelson.api.tenant.query.TenantPage;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.upgrade.UpgradeStanding;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStanding;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.command.ReleaseVersion;
import io.keelson.api.version.command.WithdrawVersion;
import io.keelson.api.version.query.FindVersions;
import io.keelson.api.version.query.GetVersions;
import io.keelson.api.version.query.VersionPage;
import io.keelson.api.version.query.VersionView;
import io.keelson.api.worker.WorkerId;
import io.keelson.api.worker.WorkerState;
import io.keelson.api.worker.command.DrainWorker;
import io.keelson.api.worker.command.ResumeWorker;
import io.keelson.api.worker.query.FindWorkers;
import io.keelson.api.worker.query.GetWorkers;
import io.keelson.api.worker.query.WorkerPage;
import io.keelson.api.worker.query.WorkerView;
import io.keelson.fixture.VersionFixtures;
import io.keelson.fixture.WorkerFixtures;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;

/** Stands for everything behind the gateways: keeps views in memory and notes every message. */
public final class FakePlatform {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final Map<PartnerId, PartnerView> partners = new ConcurrentHashMap<>();
    final Map<TenantId, TenantView> tenants = new ConcurrentHashMap<>();
    final Map<VersionId, VersionView> versions = new ConcurrentHashMap<>();
    final Map<InstanceId, InstanceView> instances = new ConcurrentHashMap<>();
    final Map<OperationId, OperationView> operations = new ConcurrentHashMap<>();
    final Map<WorkerId, WorkerView> workers = new ConcurrentHashMap<>();
    final Map<SuspensionId, SuspensionView> suspensions = new ConcurrentHashMap<>();
    final Map<HoldId, HoldView> holds = new ConcurrentHashMap<>();
    final Map<SettingId, PlatformSettingView> settings = new ConcurrentHashMap<>();
    final Collection<Object> commands = new ConcurrentLinkedQueue<>();
    final Collection<Object> queries = new ConcurrentLinkedQueue<>();
    final Collection<MetaData> metadata = new ConcurrentLinkedQueue<>();
    volatile boolean projecting = true;
    volatile Runnable beforeCommand = () -> {};
    volatile Supplier<RuntimeException> broken;

    @CommandHandler
    void decide(RegisterPartner command, MetaData context) {
        note(command, context);
        if (partners.values().stream().anyMatch(partner -> partner.name().equals(command.name()))) {
            throw new RejectedException(ErrorCode.NAME_TAKEN, "name", "The name is taken by another partner.");
        }
        partners.put(
                command.partnerId(),
                new PartnerView(
                        command.partnerId(),
                        command.name(),
                        command.email(),
                        PartnerStatus.ACTIVE,
                        null,
                        NOW,
                        NOW,
                        "local-operator"));
    }

    @CommandHandler
    void decide(SuspendPartner command, MetaData context) {
        note(command, context);
        status(command.partnerId(), PartnerStatus.SUSPENDED);
    }

    @CommandHandler
    void decide(ResumePartner command, MetaData context) {
        note(command, context);
        status(command.partnerId(), PartnerStatus.ACTIVE);
    }

    @CommandHandler
    void decide(UpdatePartner command, MetaData context) {
        note(command, context);
        partners.computeIfPresent(
                command.partnerId(),
                (id, it) -> new PartnerView(
                        id,
                        Objects.requireNonNullElse(command.name(), it.name()),
                        Objects.requireNonNullElse(command.email(), it.email()),
                        it.status(),
                        null,
                        NOW,
                        NOW,
                        it.createdBy()));
    }

    @CommandHandler
    void decide(DeletePartner command, MetaData context) {
        note(command, context);
        status(command.partnerId(), PartnerStatus.DELETED);
    }

    @CommandHandler
    void decide(UpdateTenant command, MetaData context) {
        note(command, context);
        change(command.tenantId(), TenantStatus.ACTIVE, null);
    }

    @CommandHandler
    void decide(SuspendTenant command, MetaData context) {
        note(command, context);
        OwnerId owner = OwnerId.of(command.tenantId());
        suspensions.put(
                command.suspensionId(),
                new SuspensionView(
                        command.suspensionId(), owner, SuspensionState.IN_FORCE, true, NOW, null, "local-operator"));
        change(command.tenantId(), TenantStatus.SUSPENDED, command.suspensionId());
    }

    @CommandHandler
    void decide(ResumeTenant command, MetaData context) {
        note(command, context);
        change(command.tenantId(), TenantStatus.ACTIVE, null);
    }

    @CommandHandler
    void decide(DeleteTenant command, MetaData context) {
        note(command, context);
        change(command.tenantId(), TenantStatus.DELETED, null);
    }

    private void change(TenantId tenantId, TenantStatus status, SuspensionId suspension) {
        tenants.computeIfPresent(
                tenantId,
                (id, it) -> new TenantView(
                        id,
                        it.partnerId(),
                        it.name(),
                        status,
                        it.profile(),
                        it.residency(),
                        suspension,
                        NOW,
                        NOW,
                        it.createdBy()));
    }

    @CommandHandler
    void decide(SetPlatformSetting command, MetaData context) {
        note(command, context);
        settings.put(
                command.settingId(), new PlatformSettingView(command.settingId(), command.key(), command.value(), NOW));
    }

    private void status(PartnerId id, PartnerStatus status) {
        if (!partners.containsKey(id)) {
            throw new RejectedException(ErrorCode.PARTNER_NOT_FOUND, "partnerId", id + " does not exist.");
        }
        partners.computeIfPresent(
                id, (_, it) -> new PartnerView(id, it.name(), it.email(), status, null, NOW, NOW, it.createdBy()));
    }

    @CommandHandler
    void decide(RegisterTenant command, MetaData context) {
        note(command, context);
        tenants.put(command.tenantId(), tenant(command));
    }

    @CommandHandler
    void decide(ReleaseVersion command, MetaData context) {
        note(command, context);
        versions.put(
                command.versionId(),
                new VersionView(
                        command.versionId(),
                        command.component(),
                        command.type(),
                        command.number(),
                        command.status(),
                        command.changelog(),
                        command.breaking(),
                        command.securityPatch(),
                        command.dependencies(),
                        command.artifacts(),
                        VersionStanding.NONE,
                        NOW,
                        NOW,
                        "local-operator"));
    }

    @CommandHandler
    void decide(WithdrawVersion command, MetaData context) {
        note(command, context);
        versions.computeIfPresent(
                command.versionId(),
                (id, it) -> new VersionView(
                        id,
                        it.component(),
                        it.type(),
                        it.number(),
                        VersionStatus.WITHDRAWN,
                        it.changelog(),
                        it.breaking(),
                        it.securityPatch(),
                        it.dependencies(),
                        it.artifacts(),
                        it.standing(),
                        NOW,
                        NOW,
                        it.createdBy()));
    }

    @CommandHandler
    void decide(ProvisionInstance command, MetaData context) {
        note(command, context);
        if (instances.containsKey(command.instanceId())) {
            throw new RejectedException(ErrorCode.CONCURRENT_CHANGE, null, "The instance exists already.");
        }
        operations.put(command.operationId(), operation(command.operationId(), command.instanceId()));
        instances.put(command.instanceId(), instance(command));
    }

    @CommandHandler
    OperationId decide(TerminateInstance command, MetaData context) {
        note(command, context);
        operations.put(command.operationId(), operation(command.operationId(), command.instanceId()));
        return command.operationId();
    }

    @QueryHandler
    boolean handle(AwaitProjected query) {
        note(query);
        return projecting;
    }

    @QueryHandler
    List<PartnerView> handle(GetPartners query) {
        note(query);
        return all(query.ids(), partners);
    }

    @QueryHandler
    PartnerPage handle(FindPartners query) {
        note(query);
        return page(partners.values(), query.page(), PartnerPage::new);
    }

    @QueryHandler
    List<TenantView> handle(GetTenants query) {
        note(query);
        return all(query.ids(), tenants);
    }

    @QueryHandler
    TenantPage handle(FindTenants query) {
        note(query);
        return page(tenants.values(), query.page(), TenantPage::new);
    }

    @QueryHandler
    List<VersionView> handle(GetVersions query) {
        note(query);
        return all(query.ids(), versions);
    }

    @QueryHandler
    VersionPage handle(FindVersions query) {
        note(query);
        return page(versions.values(), query.page(), VersionPage::new);
    }

    @QueryHandler
    List<InstanceView> handle(GetInstances query) {
        note(query);
        return all(query.ids(), instances);
    }

    @QueryHandler
    InstancePage handle(FindInstances query) {
        note(query);
        return page(instances.values(), query.page(), InstancePage::new);
    }

    @QueryHandler
    InstancePage handle(FindInstancesOfVersion query) {
        note(query);
        return page(
                instances.values().stream()
                        .filter(instance -> instance.version().equals(query.version()))
                        .toList(),
                query.page(),
                InstancePage::new);
    }

    @QueryHandler
    List<OperationView> handle(GetOperations query) {
        note(query);
        return all(query.ids(), operations);
    }

    @QueryHandler
    OperationPage handle(FindOperations query) {
        note(query);
        return page(operations.values(), query.page(), OperationPage::new);
    }

    @QueryHandler
    List<OperationView> handle(WatchOperation query) {
        note(query);
        return all(List.of(query.operationId()), operations);
    }

    @QueryHandler
    List<InstanceView> handle(WatchInstances query) {
        note(query);
        return query.instanceId() == null ? List.of() : all(List.of(query.instanceId()), instances);
    }

    @CommandHandler
    void decide(DrainWorker command, MetaData context) {
        note(command, context);
        state(command.workerId(), WorkerState.DRAINING);
    }

    @CommandHandler
    void decide(ResumeWorker command, MetaData context) {
        note(command, context);
        state(command.workerId(), WorkerState.RUNNING);
    }

    private void state(WorkerId id, WorkerState state) {
        if (!workers.containsKey(id)) {
            throw new RejectedException(ErrorCode.WORKER_NOT_FOUND, "workerId", id + " is not known.");
        }
        workers.put(id, WorkerFixtures.view(state));
    }

    @QueryHandler
    List<WorkerView> handle(GetWorkers query) {
        note(query);
        return all(query.ids(), workers);
    }

    @QueryHandler
    WorkerPage handle(FindWorkers query) {
        note(query);
        return page(workers.values(), query.page(), WorkerPage::new);
    }

    @QueryHandler
    List<OwnedCount> handle(CountOwned query) {
        note(query);
        return query.owners().stream()
                .map(owner -> new OwnedCount(owner, tenants.size(), instances.size()))
                .toList();
    }

    @QueryHandler
    List<SuspensionView> handle(GetSuspensions query) {
        note(query);
        return all(query.ids(), suspensions);
    }

    @QueryHandler
    HoldPage handle(FindHolds query) {
        note(query);
        return page(holds.values(), query.page(), HoldPage::new);
    }

    @QueryHandler
    List<PlatformSettingView> handle(GetPlatformSettings query) {
        note(query);
        return all(query.ids(), settings);
    }

    @QueryHandler
    SettingChangePage handle(FindSettingChanges query) {
        note(query);
        List<SettingChangeView> changes = settings.values().stream()
                .map(setting -> new SettingChangeView(
                        setting.id().value(), null, setting.value(), "local-operator", "Bigger", NOW))
                .toList();
        return page(changes, query.page(), SettingChangePage::new);
    }

    /** How many queries of this kind were asked. */
    long asked(Class<?> query) {
        return queries.stream().filter(query::isInstance).count();
    }

    /** The only command of this kind that was sent. */
    <C> C sent(Class<C> command) {
        return commands.stream()
                .filter(command::isInstance)
                .map(command::cast)
                .reduce((_, _) -> {
                    throw new AssertionError("More than one " + command);
                })
                .orElseThrow();
    }

    private static TenantView tenant(RegisterTenant command) {
        return new TenantView(
                command.tenantId(),
                command.partnerId(),
                command.name(),
                TenantStatus.ACTIVE,
                command.profile(),
                command.residency(),
                null,
                NOW,
                NOW,
                "local-operator");
    }

    static OperationView operation(OperationId id, InstanceId instance) {
        return operation(id, instance, OperationState.RUNNING, 0);
    }

    static OperationView operation(OperationId id, InstanceId instance, OperationState state, int progress) {
        StepView step =
                new StepView(StepName.VALIDATE, StepAction.APPLY, StepState.RUNNING, 1, NOW, null, "Checking", null);
        return new OperationView(
                id,
                instance,
                OperationKind.PROVISION,
                state,
                progress,
                "Step VALIDATE",
                List.of(step),
                List.of(),
                NOW,
                state.terminal() ? NOW : null,
                "local-operator");
    }

    static InstanceView instance(ProvisionInstance command) {
        return new InstanceView(
                command.instanceId(),
                command.name(),
                command.type(),
                InstanceStatus.PROVISIONING,
                VersionFixtures.VERSION_ID,
                command.component(),
                command.version(),
                command.driver(),
                null,
                InstanceHealth.UNKNOWN,
                UpgradeStanding.of(UpgradeSettings.of(command.updatePolicy())),
                command.configuration(),
                command.resources(),
                command.partnerId(),
                command.tenantId(),
                command.operationId(),
                null,
                InstanceCondition.NORMAL,
                List.of(),
                command.tags(),
                NOW,
                NOW,
                "local-operator");
    }

    private void note(Object command, MetaData context) {
        beforeCommand.run();
        breakIfAsked();
        commands.add(command);
        metadata.add(context);
    }

    private void note(Object query) {
        breakIfAsked();
        queries.add(query);
    }

    private void breakIfAsked() {
        if (broken != null) {
            throw broken.get();
        }
    }

    private static <I, V> List<V> all(List<I> ids, Map<I, V> views) {
        return ids.stream().map(views::get).filter(java.util.Objects::nonNull).toList();
    }

    private static <V, P> P page(Collection<V> all, Page page, PageOf<V, P> constructor) {
        List<V> items = all.stream().limit(page.first()).toList();
        List<String> cursors = Stream.iterate(1, number -> number + 1)
                .limit(items.size())
                .map(number -> "cursor-" + number)
                .toList();
        return constructor.of(items, cursors, new PageInfo(all.size() > items.size(), all.size()));
    }

    private interface PageOf<V, P> {
        P of(List<V> items, List<String> cursors, PageInfo info);
    }
}
