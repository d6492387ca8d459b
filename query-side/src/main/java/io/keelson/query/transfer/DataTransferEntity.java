package io.keelson.query.transfer;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.event.DataTransferApproved;
import io.keelson.api.instance.query.DataTransferView;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.tenant.residency.Region;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One approved transfer; never changed itself. */
@Entity
@Table(schema = "read_model", name = "data_transfer")
class DataTransferEntity extends ProjectedRow {
    @Column(updatable = false)
    private UUID instanceId;

    @Column(updatable = false)
    private @Nullable UUID tenantId;

    @Column(updatable = false)
    private UUID operationId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private OperationKind purpose;

    @Column(updatable = false)
    private String fromRegion;

    @Column(updatable = false)
    private String toRegion;

    @SuppressWarnings("NullAway.Init")
    protected DataTransferEntity() {}

    /** @param tenant whose data it is, or null when it is nobody's in particular */
    DataTransferEntity(DataTransferApproved event, @Nullable UUID tenant, Stamp stamp) {
        super(stamp);
        instanceId = event.instanceId().value();
        tenantId = tenant;
        operationId = event.operationId().value();
        purpose = event.purpose();
        fromRegion = event.transfer().from().value();
        toRegion = event.transfer().to().value();
    }

    DataTransferView toView() {
        return new DataTransferView(
                id(),
                new InstanceId(instanceId),
                new OperationId(operationId),
                purpose,
                new Region(fromRegion),
                new Region(toRegion),
                createdBy(),
                createdAt());
    }
}
