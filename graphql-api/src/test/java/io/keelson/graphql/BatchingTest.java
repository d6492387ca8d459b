package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.instance.query.FindInstances;
import io.keelson.api.operation.OperationId;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchingTest {
    private static final int INSTANCES = 20;
    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aListAsksOncePerRelationAndNotOncePerItem() {
        for (int number = 0; number < INSTANCES; number++) {
            add(PartnerId.random(), TenantId.random());
        }

        TestApi.Reply reply =
                api.askStored("list-instances", Map.of("first", INSTANCES)).withoutErrors();

        assertThat(reply.<List<String>>at("$.data.instances.edges[*].node.tenant.partner.id"))
                .hasSize(INSTANCES);
        assertThat(reply.<List<String>>at("$.data.instances.edges[*].node.activeOperation.instance.id"))
                .hasSize(INSTANCES);
        assertThat(api.platform.asked(FindInstances.class)).isEqualTo(1);
        // Partners of instances, tenants, partners of tenants, operations, instances of operations.
        assertThat(api.platform.queries).hasSize(1 + 5);
    }

    private void add(PartnerId partner, TenantId tenant) {
        ProvisionInstance model = InstanceFixtures.provisionInstance();
        ProvisionInstance command = new ProvisionInstance(
                InstanceId.random(),
                OperationId.random(),
                model.name(),
                model.type(),
                partner,
                tenant,
                model.component(),
                model.version(),
                model.driver(),
                model.updatePolicy(),
                model.configuration(),
                model.resources());
        FakePlatform platform = api.platform;
        platform.partners.put(
                partner,
                new PartnerView(
                        partner,
                        PartnerFixtures.NAME,
                        PartnerFixtures.EMAIL,
                        PartnerStatus.ACTIVE,
                        null,
                        FakePlatform.NOW,
                        FakePlatform.NOW,
                        "local-operator"));
        platform.tenants.put(
                tenant,
                new TenantView(
                        tenant,
                        partner,
                        TenantFixtures.NAME,
                        TenantStatus.ACTIVE,
                        null,
                        null,
                        null,
                        FakePlatform.NOW,
                        FakePlatform.NOW,
                        "local-operator"));
        platform.instances.put(command.instanceId(), FakePlatform.instance(command));
        platform.operations.put(
                command.operationId(), FakePlatform.operation(command.operationId(), command.instanceId()));
    }
}
