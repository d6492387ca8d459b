package io.keelson.command.instance;

import static io.keelson.command.Refusal.refusal;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.tenant.residency.Residency;
import io.keelson.api.tenant.residency.ResidencyMode;
import io.keelson.api.version.Artifacts;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionStatus;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.command.directory.KnownTenant;
import io.keelson.command.directory.KnownVersion;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import io.keelson.fixture.VersionFixtures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProvisionInstanceTest {
    private static final PartnerId PARTNER = PartnerFixtures.PARTNER_ID;
    private static final TenantId TENANT = TenantFixtures.TENANT_ID;

    private final InMemoryClaims claims = new InMemoryClaims();
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final EnabledDrivers drivers = () -> Set.of(DriverName.PROCESS);
    private final FixtureConfiguration<Instance> fixture = new AggregateTestFixture<>(Instance.class)
            .registerInjectableResource(claims)
            .registerInjectableResource(directory)
            .registerInjectableResource(drivers);

    @BeforeEach
    void makeEverythingKnown() {
        directory.put(PARTNER, PartnerStatus.ACTIVE);
        directory.put(TENANT, PARTNER);
        know(VersionStatus.STABLE, VersionFixtures.ARTIFACTS);
    }

    @Test
    void anInstanceIsRequested() {
        when(InstanceFixtures.provisionInstance())
                .expectResultMessagePayload(InstanceFixtures.INSTANCE_ID)
                .expectEvents(InstanceFixtures.provisioningRequested());
    }

    @Test
    void thePartnerIsDerivedFromTheTenant() {
        when(ownedBy(null, TENANT)).expectEvents(InstanceFixtures.provisioningRequested());
    }

    @Test
    void anInstanceOfThePlatformHasNoOwner() {
        when(ownedBy(null, null)).expectSuccessfulHandlerExecution();
    }

    @Test
    void provisioningTwiceAnswersTheSameAndRecordsNothingMore() {
        // The repeated command leaves its aggregate empty, which the fixture takes for a hidden change.
        fixture.setReportIllegalStateChange(false);

        fixture.givenCommands(InstanceFixtures.provisionInstance())
                .when(InstanceFixtures.provisionInstance())
                .expectResultMessagePayload(InstanceFixtures.INSTANCE_ID)
                .expectNoEvents();
    }

    @Test
    void provisioningTwiceAnswersTheSameWhenItWouldBeRefusedByNow() {
        claims.claim(new ClaimKey(ClaimKind.INSTANCE_NAME, "shop-1"), InstanceFixtures.INSTANCE_ID.toString());
        directory.put(PARTNER, PartnerStatus.SUSPENDED);

        when(InstanceFixtures.provisionInstance())
                .expectResultMessagePayload(InstanceFixtures.INSTANCE_ID)
                .expectNoEvents();
    }

    @Test
    void theNameOfAnotherInstanceIsTaken() {
        claims.claim(new ClaimKey(ClaimKind.INSTANCE_NAME, "SHOP-1"), "instance:other");

        when(InstanceFixtures.provisionInstance()).expectException(refusal(ErrorCode.NAME_TAKEN, "name"));
    }

    @Test
    void anUnknownTenantIsRefused() {
        when(ownedBy(null, TenantId.random())).expectException(refusal(ErrorCode.TENANT_NOT_FOUND, "tenantId"));
    }

    @Test
    void anUnknownPartnerIsRefused() {
        when(ownedBy(PartnerId.random(), null)).expectException(refusal(ErrorCode.PARTNER_NOT_FOUND, "partnerId"));
    }

    @Test
    void aTenantOfAnotherPartnerIsRefused() {
        PartnerId other = PartnerId.random();
        directory.put(other, PartnerStatus.ACTIVE);

        when(ownedBy(other, TENANT)).expectException(refusal(ErrorCode.OWNER_MISMATCH, "partnerId"));
    }

    @Test
    void aSuspendedPartnerIsRefused() {
        directory.put(PARTNER, PartnerStatus.SUSPENDED);

        when(ownedBy(PARTNER, null)).expectException(refusal(ErrorCode.PARTNER_SUSPENDED, "partnerId"));
    }

    @Test
    void aTenantOfASuspendedPartnerIsRefused() {
        directory.put(PARTNER, PartnerStatus.SUSPENDED);

        when(ownedBy(null, TENANT)).expectException(refusal(ErrorCode.PARTNER_SUSPENDED, "partnerId"));
    }

    @Test
    void aSuspendedTenantIsRefused() {
        directory.put(TENANT, new KnownTenant(PARTNER, TenantStatus.SUSPENDED, null));
        when(ownedBy(null, TENANT)).expectException(refusal(ErrorCode.TENANT_SUSPENDED, "tenantId"));
    }

    @Test
    void aDeletedTenantIsRefused() {
        directory.put(TENANT, new KnownTenant(PARTNER, TenantStatus.DELETED, null));
        when(ownedBy(null, TENANT)).expectException(refusal(ErrorCode.WRONG_STATE, "tenantId"));
    }

    @Test
    void aRegionThatBreaksTheResidencyOfTheTenantIsRefused() {
        directory.put(TENANT, new KnownTenant(PARTNER, TenantStatus.ACTIVE, TenantFixtures.RESIDENCY));
        when(InstanceFixtures.provisionInstance())
                .expectException(refusal(ErrorCode.RESIDENCY_VIOLATED, "configuration.region"));
    }

    @Test
    void dataThatMayRestAnywhereBreaksTheResidencyOfTheTenant() {
        directory.put(TENANT, new KnownTenant(PARTNER, TenantStatus.ACTIVE, TenantFixtures.RESIDENCY));
        when(with(DriverName.PROCESS, VersionFixtures.NUMBER, in("ng-lagos")))
                .expectException(refusal(ErrorCode.RESIDENCY_VIOLATED, "configuration.dataResidency"));
    }

    @Test
    void aSovereignTenantGetsSelfHostedInstancesOnly() {
        directory.put(
                TENANT,
                new KnownTenant(
                        PARTNER,
                        TenantStatus.ACTIVE,
                        new Residency(ResidencyMode.FULLY_SOVEREIGN, List.of(new Region("local")))));
        when(InstanceFixtures.provisionInstance()).expectException(refusal(ErrorCode.RESIDENCY_VIOLATED, "type"));
    }

    @Test
    void anInstanceWithinTheResidencyOfItsTenantIsRequested() {
        directory.put(TENANT, new KnownTenant(PARTNER, TenantStatus.ACTIVE, TenantFixtures.RESIDENCY));
        when(with(DriverName.PROCESS, VersionFixtures.NUMBER, in("ng-lagos", "ng-lagos", "gh-accra")))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anUnknownVersionIsRefused() {
        when(with(DriverName.PROCESS, new SemanticVersion("9.9.9"), InstanceConfiguration.DEFAULT))
                .expectException(refusal(ErrorCode.VERSION_NOT_FOUND, "version"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "DEPRECATED", "WITHDRAWN"})
    void aVersionThatIsNotForNewInstancesIsRefused(VersionStatus status) {
        know(status, VersionFixtures.ARTIFACTS);

        when(InstanceFixtures.provisionInstance())
                .expectException(refusal(ErrorCode.VERSION_NOT_PROVISIONABLE, "version"));
    }

    @Test
    void aDriverThatIsNotEnabledIsRefused() {
        when(with(new DriverName("docker"), VersionFixtures.NUMBER, InstanceConfiguration.DEFAULT))
                .expectException(refusal(ErrorCode.DRIVER_NOT_ENABLED, "driver"));
    }

    @Test
    void aVersionWithoutArtifactsForTheDriverIsRefused() {
        know(VersionStatus.STABLE, new Artifacts(null, null));

        when(InstanceFixtures.provisionInstance()).expectException(refusal(ErrorCode.ARTIFACT_MISSING, "driver"));
    }

    @Test
    void settingsThatTheComponentDoesNotAcceptAreRefused() {
        know(
                VersionStatus.STABLE,
                new Artifacts(VersionFixtures.PROCESS, "{\"properties\": {\"seats\": {\"type\": \"integer\"}}}"));

        when(with(DriverName.PROCESS, VersionFixtures.NUMBER, settings(Map.of("seats", "many"))))
                .expectException(refusal(ErrorCode.CONFIGURATION_NOT_ACCEPTED, "configuration.seats"));
    }

    private ResultValidator<Instance> when(ProvisionInstance command) {
        return fixture.givenNoPriorActivity().when(command);
    }

    private void know(VersionStatus status, Artifacts artifacts) {
        directory.put(
                VersionFixtures.COMPONENT,
                VersionFixtures.NUMBER,
                new KnownVersion(VersionFixtures.VERSION_ID, status, artifacts));
    }

    private static InstanceConfiguration in(String region, String... dataResidency) {
        return new InstanceConfiguration(region, List.of(dataResidency), List.of(), List.of(), null, false, Map.of());
    }

    private static InstanceConfiguration settings(Map<String, Object> settings) {
        return new InstanceConfiguration("local", List.of(), List.of(), List.of(), null, false, settings);
    }

    private static ProvisionInstance ownedBy(PartnerId partnerId, TenantId tenantId) {
        ProvisionInstance command = InstanceFixtures.provisionInstance();
        return new ProvisionInstance(
                command.instanceId(),
                command.operationId(),
                command.name(),
                command.type(),
                partnerId,
                tenantId,
                command.component(),
                command.version(),
                command.driver(),
                command.updatePolicy(),
                command.configuration(),
                command.resources());
    }

    private static ProvisionInstance with(
            DriverName driver, SemanticVersion version, InstanceConfiguration configuration) {
        ProvisionInstance command = InstanceFixtures.provisionInstance();
        return new ProvisionInstance(
                command.instanceId(),
                command.operationId(),
                command.name(),
                command.type(),
                command.partnerId(),
                command.tenantId(),
                command.component(),
                version,
                driver,
                command.updatePolicy(),
                configuration,
                command.resources());
    }
}
