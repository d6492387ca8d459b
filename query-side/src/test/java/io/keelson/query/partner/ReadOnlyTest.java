package io.keelson.query.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.query.Direction;
import io.keelson.api.query.Page;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.query.ReadModel;
import io.keelson.query.read.Filter;
import io.keelson.query.read.Ordering;
import io.keelson.query.read.RowReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Queries read in transactions in which PostgreSQL would refuse a change. */
class ReadOnlyTest {
    private final ReadModel model = ReadModel.empty();
    private final RowReader<PartnerEntity, Boolean> reader = new RowReader<>(
            model.bean(PartnerRepository.class),
            model.bean(PlatformTransactionManager.class),
            _ -> TransactionSynchronizationManager.isCurrentTransactionReadOnly());

    @Test
    void rowsAndListsAreReadInAReadOnlyTransaction() {
        model.tell(PartnerFixtures.partnerRegistered());

        assertThat(reader.byIds(Stream.of(PartnerFixtures.PARTNER_ID.value()))).containsExactly(true);
        List<Boolean> listed = reader.page(
                new Filter<>(), Ordering.byCreation(Direction.ASC), new Page(5, null), (items, _, _) -> items);
        assertThat(listed).containsExactly(true);
    }
}
