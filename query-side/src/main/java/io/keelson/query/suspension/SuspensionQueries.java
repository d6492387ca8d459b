package io.keelson.query.suspension;

import io.keelson.api.query.Direction;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.suspension.query.FindHolds;
import io.keelson.api.suspension.query.GetSuspensions;
import io.keelson.api.suspension.query.HoldPage;
import io.keelson.api.suspension.query.HoldView;
import io.keelson.api.suspension.query.SuspensionView;
import io.keelson.query.read.Filter;
import io.keelson.query.read.Ordering;
import io.keelson.query.read.RowReader;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

@Component
class SuspensionQueries {
    private final RowReader<SuspensionEntity, SuspensionView> suspensions;
    private final RowReader<HoldEntity, HoldView> holds;

    SuspensionQueries(SuspensionRepository suspensions, HoldRepository holds, PlatformTransactionManager transactions) {
        this.suspensions = new RowReader<>(suspensions, transactions, SuspensionEntity::toView);
        this.holds = new RowReader<>(holds, transactions, HoldEntity::toView);
    }

    @QueryHandler
    List<SuspensionView> handle(GetSuspensions query) {
        return suspensions.byIds(query.ids().stream().map(SuspensionId::value));
    }

    @QueryHandler
    HoldPage handle(FindHolds query) {
        Filter<HoldEntity> filter = new Filter<HoldEntity>()
                .equal("suspensionId", query.suspensionId().value())
                .equal("outcome", query.outcome());
        return holds.page(filter, Ordering.byCreation(Direction.ASC), query.page(), HoldPage::new);
    }
}
