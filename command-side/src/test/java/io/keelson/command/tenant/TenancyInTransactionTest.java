package io.keelson.command.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.Rejection;
import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.command.CompleteTermination;
import io.keelson.api.instance.command.FailProvisioning;
import io.keelson.api.instance.command.TerminateInstance;
import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import io.keelson.api.partner.command.DeletePartner;
import io.keelson.api.partner.command.RegisterPartner;
import io.keelson.api.partner.command.UpdatePartner;
import io.keelson.api.tenant.command.DeleteTenant;
import io.keelson.api.tenant.command.ResumeTenant;
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

/** Partners, tenants and instances together, each command in a transaction of its own. */
class TenancyInTransactionTest {
    private static final Map<String, String> WITH_REASON = Map.of(RequestContext.REASON, "Contract ended");

    private CommandKit kit;

    @BeforeEach
    void registerEverything() throws Exception {
        kit = new CommandKit(
                Set.of(
                        Tenant.class,
                        Class.forName("io.keelson.command.partner.Partner"),
                        Class.forName("io.keelson.command.instance.Instance"),
                        Class.forName("io.keelson.command.version.Version")),
                () -> Set.of(DriverName.PROCESS));
        kit.send(PartnerFixtures.registerPartner());
        kit.send(TenantFixtures.registerTenant());
        kit.send(VersionFixtures.releaseVersion());
    }

    @AfterEach
    void closeKit() {
        kit.close();
    }

    @Test
    void aPartnerIsDeletedAfterItsTenantsAndThenItsNameIsFree() {
        assertRefused(ErrorCode.STILL_IN_USE, () -> delete(new DeletePartner(PartnerFixtures.PARTNER_ID)));

        delete(new DeleteTenant(TenantFixtures.TENANT_ID));
        delete(new DeletePartner(PartnerFixtures.PARTNER_ID));

        PartnerId another = PartnerId.random();
        assertThat(kit.<PartnerId>send(new RegisterPartner(another, PartnerFixtures.NAME, PartnerFixtures.EMAIL)))
                .isEqualTo(another);
    }

    @Test
    void aTenantIsKeptWhileItsInstanceLivesAndNotAfterwards() {
        kit.send(InstanceFixtures.provisionInstance());
        assertRefused(ErrorCode.STILL_IN_USE, () -> delete(new DeleteTenant(TenantFixtures.TENANT_ID)));

        kit.send(new FailProvisioning(
                InstanceFixtures.INSTANCE_ID, InstanceFixtures.OPERATION_ID, InstanceFixtures.FINAL_ERROR));
        kit.send(new TerminateInstance(InstanceFixtures.INSTANCE_ID, InstanceFixtures.TERMINATION_ID), WITH_REASON);
        kit.send(new CompleteTermination(InstanceFixtures.INSTANCE_ID, InstanceFixtures.TERMINATION_ID));

        delete(new DeleteTenant(TenantFixtures.TENANT_ID));
    }

    @Test
    void aRefusedRenameLeavesTheOldNameClaimed() {
        PartnerId other = PartnerId.random();
        kit.send(new RegisterPartner(other, new PartnerName("Bolt"), new EmailAddress("ops@bolt.example")));

        assertRefused(
                ErrorCode.EMAIL_TAKEN,
                () -> kit.send(new UpdatePartner(other, new PartnerName("Bolt Works"), PartnerFixtures.EMAIL)));

        assertRefused(
                ErrorCode.NAME_TAKEN,
                () -> kit.send(new RegisterPartner(
                        PartnerId.random(), new PartnerName("bolt"), new EmailAddress("new@bolt.example"))));
        PartnerId third = PartnerId.random();
        assertThat(kit.<PartnerId>send(
                        new RegisterPartner(third, new PartnerName("Bolt Works"), new EmailAddress("a@bolt.example"))))
                .isEqualTo(third);
    }

    @Test
    void aSuspendedTenantGetsNoInstanceUntilItIsResumed() {
        kit.send(TenantFixtures.suspendTenant(), WITH_REASON);
        assertRefused(ErrorCode.TENANT_SUSPENDED, () -> kit.send(InstanceFixtures.provisionInstance()));

        kit.send(new ResumeTenant(TenantFixtures.TENANT_ID));
        kit.send(InstanceFixtures.provisionInstance());
    }

    private void delete(Object command) {
        kit.send(command, WITH_REASON);
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(CommandExecutionException.class, e -> assertThat(e.<Rejection>getDetails())
                        .map(Rejection::code)
                        .contains(code));
    }
}
