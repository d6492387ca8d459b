package io.keelson.query.transfer;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.DataTransferPage;
import io.keelson.api.instance.query.DataTransferView;
import io.keelson.api.instance.query.FindDataTransfers;
import io.keelson.api.query.Direction;
import io.keelson.api.tenant.TenantId;
import io.keelson.query.read.Filter;
import io.keelson.query.read.Ordering;
import io.keelson.query.read.RowReader;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

@Component
class DataTransferQueries {
    private final RowReader<DataTransferEntity, DataTransferView> reader;

    DataTransferQueries(DataTransferRepository transfers, PlatformTransactionManager transactions) {
        this.reader = new RowReader<>(transfers, transactions, DataTransferEntity::toView);
    }

    @QueryHandler
    DataTransferPage handle(FindDataTransfers query) {
        Filter<DataTransferEntity> filter = new Filter<DataTransferEntity>()
                .equal("instanceId", query.instanceId(), InstanceId::value)
                .equal("tenantId", query.tenantId(), TenantId::value);
        return reader.page(filter, Ordering.byCreation(Direction.DESC), query.page(), DataTransferPage::new);
    }
}
