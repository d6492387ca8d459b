package io.keelson.command.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.Rejection;
import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.FailProvisioning;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.operation.OperationId;
import io.keelson.command.CommandKit;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import io.keelson.fixture.VersionFixtures;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Aggregates, claims and directory together, each command in a transaction of its own. */
class ProvisionInTransactionTest {
    private CommandKit kit;

    @BeforeEach
    void registerEverything() throws Exception {
        kit = new CommandKit(
                Set.of(
                        Instance.class,
                        Class.forName("io.keelson.command.partner.Partner"),
                        Class.forName("io.keelson.command.tenant.Tenant"),
                        Class.forName("io.keelson.command.version.Version")),
                () -> Set.of(DriverName.PROCESS));
        kit.send(PartnerFixtures.registerPartner());
        kit.send(TenantFixtures.registerTenant());
    }

    @AfterEach
    void closeKit() {
        kit.close();
    }

    @Test
    void whatWasRegisteredIsFoundByTheNextCommand() {
        kit.send(VersionFixtures.releaseVersion());

        assertThat(kit.<InstanceId>send(InstanceFixtures.provisionInstance())).isEqualTo(InstanceFixtures.INSTANCE_ID);
    }

    @Test
    void aRefusedRequestLeavesTheNameFree() {
        assertRefused(ErrorCode.VERSION_NOT_FOUND, () -> kit.send(InstanceFixtures.provisionInstance()));
        kit.send(VersionFixtures.releaseVersion());

        ProvisionInstance another = withId(InstanceId.random());
        assertThat(kit.<InstanceId>send(another)).isEqualTo(another.instanceId());
    }

    @Test
    void aSuspensionCountsFromTheNextCommandOn() {
        kit.send(VersionFixtures.releaseVersion());
        kit.send(PartnerFixtures.suspendPartner(), Map.of(RequestContext.REASON, "Unpaid"));

        assertRefused(ErrorCode.PARTNER_SUSPENDED, () -> kit.send(InstanceFixtures.provisionInstance()));
    }

    @Test
    void aRepeatedRequestAnswersTheSameAndRecordsNothingMore() {
        kit.send(VersionFixtures.releaseVersion());
        kit.send(InstanceFixtures.provisionInstance());

        assertThat(kit.<InstanceId>send(InstanceFixtures.provisionInstance())).isEqualTo(InstanceFixtures.INSTANCE_ID);
        assertThat(kit.eventsOf(InstanceFixtures.INSTANCE_ID)).isEqualTo(1);
    }

    @Test
    void theNameOfAFailedProvisioningIsFreeForAnotherInstance() {
        kit.send(VersionFixtures.releaseVersion());
        kit.send(InstanceFixtures.provisionInstance());
        ProvisionInstance another = withId(InstanceId.random());
        assertRefused(ErrorCode.NAME_TAKEN, () -> kit.send(another));

        kit.send(new FailProvisioning(
                InstanceFixtures.INSTANCE_ID, InstanceFixtures.OPERATION_ID, InstanceFixtures.FINAL_ERROR));

        assertThat(kit.<InstanceId>send(another)).isEqualTo(another.instanceId());
    }

    @Test
    void aCommandForAnUnknownInstanceIsRefusedByItsKind() {
        assertRefused(
                ErrorCode.INSTANCE_NOT_FOUND,
                () -> kit.send(
                        new FailProvisioning(InstanceId.random(), OperationId.random(), InstanceFixtures.FINAL_ERROR)));
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(CommandExecutionException.class, e -> assertThat(e.<Rejection>getDetails())
                        .map(Rejection::code)
                        .contains(code));
    }

    private static ProvisionInstance withId(InstanceId instanceId) {
        ProvisionInstance command = InstanceFixtures.provisionInstance();
        return new ProvisionInstance(
                instanceId,
                OperationId.random(),
                command.name(),
                command.type(),
                command.partnerId(),
                command.tenantId(),
                command.component(),
                command.version(),
                command.driver(),
                command.updatePolicy(),
                command.configuration(),
                command.resources());
    }
}
