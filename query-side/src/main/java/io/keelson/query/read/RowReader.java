package io.keelson.query.read;

import io.keelson.api.query.Page;
import io.keelson.api.query.PageInfo;
import io.keelson.query.live.Revised;
import io.keelson.query.row.ProjectedRow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.PredicateSpecification;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers the queries for one kind of row, each in one read-only transaction: one statement for rows by id, two for a
 * part of a list, however many rows there are.
 */
public final class RowReader<E extends ProjectedRow, V> {
    private static final int MAXIMUM_RECENT = 1_000;

    private final RowRepository<E> repository;
    private final TransactionTemplate transaction;
    private final Function<E, V> toView;

    public RowReader(RowRepository<E> repository, PlatformTransactionManager transactions, Function<E, V> toView) {
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.toView = toView;
    }

    /** Makes the answer of a list query; {@code cursors} runs parallel to {@code items}. */
    @FunctionalInterface
    public interface Answer<V, P> {
        P of(List<V> items, List<String> cursors, PageInfo info);
    }

    /** The rows with these ids, in no order; unknown ids are left out. */
    public List<V> byIds(Stream<UUID> ids) {
        List<UUID> distinct = ids.distinct().toList();
        return read(() -> repository.findAllById(distinct), toView);
    }

    /** A part of the list of the rows that match {@code filter}. Refuses a cursor that is not from such a list. */
    public <P> P page(Filter<E> filter, Ordering<E, ?> ordering, Page page, Answer<V, P> answer) {
        PredicateSpecification<E> matching = filter.specification();
        PredicateSpecification<E> wanted = page.after() == null ? matching : matching.and(ordering.after(page.after()));
        return transaction.execute(_ -> {
            List<E> rows = repository.findBy(wanted, query -> query.sortBy(ordering.sort())
                    .limit(page.first() + 1)
                    .all());
            List<E> items = rows.subList(0, Math.min(page.first(), rows.size()));
            return answer.of(
                    items.stream().map(toView).toList(),
                    items.stream().map(ordering::cursor).toList(),
                    new PageInfo(rows.size() > page.first(), repository.count(matching)));
        });
    }

    /** Like {@link #byIds}, with the revision of each row. */
    public List<Revised<V>> revised(Collection<UUID> ids) {
        return read(() -> repository.findAllById(ids), this::revised);
    }

    /** The rows whose last event happened at {@code since} or later, the newest 1,000 of them. */
    public List<Revised<V>> revisedSince(Instant since) {
        PredicateSpecification<E> recent = (row, build) -> build.greaterThanOrEqualTo(row.get("updatedAt"), since);
        return read(
                () -> repository.findBy(
                        recent, query -> query.sortBy(Sort.by("updatedAt").descending())
                                .limit(MAXIMUM_RECENT)
                                .all()),
                this::revised);
    }

    private Revised<V> revised(E row) {
        return new Revised<>(row.id(), row.revision(), toView.apply(row));
    }

    private <R> List<R> read(Supplier<List<E>> rows, Function<E, R> form) {
        return transaction.execute(_ -> rows.get().stream().map(form).toList());
    }
}
