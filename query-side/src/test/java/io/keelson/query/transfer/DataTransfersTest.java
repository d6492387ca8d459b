package io.keelson.query.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.event.DataTransferApproved;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.query.DataTransferPage;
import io.keelson.api.instance.query.DataTransferView;
import io.keelson.api.instance.query.FindDataTransfers;
import io.keelson.api.query.Page;
import io.keelson.api.tenant.TenantId;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.query.ReadModel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataTransfersTest {
    private static final Page PAGE = new Page(10, null);
    private final ReadModel model = ReadModel.empty();

    @Test
    void anApprovedTransferIsFoundByItsInstanceAndByItsTenant() {
        InstanceProvisioningRequested requested = InstanceFixtures.provisioningRequested();
        TenantId tenant = requested.blueprint().tenantId();
        DataTransferApproved approved = InstanceFixtures.dataTransferApproved();
        model.deliver(List.of(
                model.stored(requested, Instant.now()),
                model.stored(InstanceFixtures.activated(), Instant.now()),
                model.stored(approved, Instant.now())));

        DataTransferView found = find(new FindDataTransfers(InstanceFixtures.INSTANCE_ID, null, PAGE))
                .items()
                .getFirst();
        assertThat(found.purpose()).isEqualTo(approved.purpose());
        assertThat(found.from()).isEqualTo(approved.transfer().from());
        assertThat(found.to()).isEqualTo(approved.transfer().to());
        assertThat(found.operationId()).isEqualTo(approved.operationId());
        assertThat(find(new FindDataTransfers(null, tenant, PAGE)).items()).containsExactly(found);
        assertThat(find(new FindDataTransfers(null, TenantId.random(), PAGE)).items())
                .isEmpty();
    }

    private DataTransferPage find(FindDataTransfers query) {
        return model.ask(query, DataTransferPage.class);
    }
}
