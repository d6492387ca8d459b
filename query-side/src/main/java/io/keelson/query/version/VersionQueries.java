package io.keelson.query.version;

import io.keelson.api.query.Direction;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.query.FindVersions;
import io.keelson.api.version.query.GetVersions;
import io.keelson.api.version.query.VersionPage;
import io.keelson.api.version.query.VersionView;
import io.keelson.query.read.Filter;
import io.keelson.query.read.Ordering;
import io.keelson.query.read.RowReader;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

@Component
class VersionQueries {
    private final RowReader<VersionEntity, VersionView> reader;

    VersionQueries(VersionRepository repository, PlatformTransactionManager transactions) {
        reader = new RowReader<>(repository, transactions, VersionEntity::toView);
    }

    @QueryHandler
    List<VersionView> handle(GetVersions query) {
        return reader.byIds(query.ids().stream().map(VersionId::value));
    }

    @QueryHandler
    VersionPage handle(FindVersions query) {
        Filter<VersionEntity> filter = new Filter<VersionEntity>()
                .equal("component", query.component(), ComponentName::value)
                .equal("status", query.status());
        return reader.page(filter, Ordering.byCreation(Direction.ASC), query.page(), VersionPage::new);
    }
}
