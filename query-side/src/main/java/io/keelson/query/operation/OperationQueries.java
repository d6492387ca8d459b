package io.keelson.query.operation;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.query.FindOperations;
import io.keelson.api.operation.query.GetOperations;
import io.keelson.api.operation.query.OperationPage;
import io.keelson.api.operation.query.OperationView;
import io.keelson.api.operation.query.WatchOperation;
import io.keelson.api.query.Direction;
import io.keelson.query.live.Revised;
import io.keelson.query.live.WatchedViews;
import io.keelson.query.read.Filter;
import io.keelson.query.read.Ordering;
import io.keelson.query.read.RowReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

@Component
class OperationQueries implements WatchedViews<WatchOperation, OperationView> {
    private final RowReader<OperationEntity, OperationView> reader;

    OperationQueries(OperationRepository repository, PlatformTransactionManager transactions) {
        reader = new RowReader<>(repository, transactions, OperationEntity::toView);
    }

    @QueryHandler
    List<OperationView> handle(GetOperations query) {
        return reader.byIds(query.ids().stream().map(OperationId::value));
    }

    @QueryHandler
    OperationPage handle(FindOperations query) {
        Filter<OperationEntity> filter = new Filter<OperationEntity>()
                .equal("instanceId", query.filter().instanceId(), InstanceId::value)
                .equal("kind", query.filter().kind())
                .equal("state", query.filter().state());
        return reader.page(filter, Ordering.byCreation(Direction.DESC), query.page(), OperationPage::new);
    }

    @QueryHandler
    List<OperationView> handle(WatchOperation query) {
        return reader.byIds(Stream.of(query.operationId().value()));
    }

    @Override
    public String kind() {
        return "operation";
    }

    @Override
    public Class<WatchOperation> query() {
        return WatchOperation.class;
    }

    @Override
    public UUID watched(WatchOperation query) {
        return query.operationId().value();
    }

    @Override
    public List<Revised<OperationView>> read(Collection<UUID> ids) {
        return reader.revised(ids);
    }

    @Override
    public List<Revised<OperationView>> readSince(Instant since) {
        return reader.revisedSince(since);
    }
}
