package io.keelson.query.rollout;

import io.keelson.api.query.Direction;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.query.FindRolloutMembers;
import io.keelson.api.rollout.query.FindRollouts;
import io.keelson.api.rollout.query.GetRollouts;
import io.keelson.api.rollout.query.RolloutMemberPage;
import io.keelson.api.rollout.query.RolloutMemberView;
import io.keelson.api.rollout.query.RolloutPage;
import io.keelson.api.rollout.query.RolloutView;
import io.keelson.api.rollout.query.WatchRollouts;
import io.keelson.api.version.ComponentName;
import io.keelson.query.live.Revised;
import io.keelson.query.live.WatchedViews;
import io.keelson.query.read.Filter;
import io.keelson.query.read.Ordering;
import io.keelson.query.read.RowReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

@Component
class RolloutQueries implements WatchedViews<WatchRollouts, RolloutView> {
    private final RowReader<RolloutEntity, RolloutEntity> rollouts;
    private final RowReader<RolloutMemberEntity, RolloutMemberView> members;
    private final OutcomeCounts counts;

    RolloutQueries(
            RolloutRepository rollouts,
            RolloutMemberRepository members,
            OutcomeCounts counts,
            PlatformTransactionManager transactions) {
        this.rollouts = new RowReader<>(rollouts, transactions, Function.identity());
        this.members = new RowReader<>(members, transactions, RolloutMemberEntity::toView);
        this.counts = counts;
    }

    @QueryHandler
    List<RolloutView> handle(GetRollouts query) {
        return views(rollouts.byIds(query.ids().stream().map(RolloutId::value)));
    }

    @QueryHandler
    RolloutPage handle(FindRollouts query) {
        Filter<RolloutEntity> filter = new Filter<RolloutEntity>()
                .equal("state", query.state())
                .equal("component", query.component(), ComponentName::value);
        return rollouts.page(
                filter,
                Ordering.byCreation(Direction.DESC),
                query.page(),
                (rows, cursors, info) -> new RolloutPage(views(rows), cursors, info));
    }

    @QueryHandler
    RolloutMemberPage handle(FindRolloutMembers query) {
        Filter<RolloutMemberEntity> filter = new Filter<RolloutMemberEntity>()
                .equal("rolloutId", query.rolloutId().value())
                .equal("outcome", query.outcome())
                .equal("stage", query.stage());
        return members.page(
                filter, Ordering.byNumber(RolloutMemberEntity::number), query.page(), RolloutMemberPage::new);
    }

    @QueryHandler
    List<RolloutView> handle(WatchRollouts query) {
        return query.rolloutId() == null
                ? List.of()
                : views(rollouts.byIds(Stream.of(query.rolloutId().value())));
    }

    @Override
    public String kind() {
        return "rollout";
    }

    @Override
    public Class<WatchRollouts> query() {
        return WatchRollouts.class;
    }

    @Override
    public @Nullable UUID watched(WatchRollouts query) {
        return query.rolloutId() == null ? null : query.rolloutId().value();
    }

    @Override
    public List<Revised<RolloutView>> read(Collection<UUID> ids) {
        return revised(rollouts.revised(ids));
    }

    @Override
    public List<Revised<RolloutView>> readSince(Instant since) {
        return revised(rollouts.revisedSince(since));
    }

    private List<Revised<RolloutView>> revised(List<Revised<RolloutEntity>> rows) {
        var outcomes = counts.of(rows.stream().map(Revised::id).toList());
        return rows.stream()
                .map(row -> new Revised<>(
                        row.id(), row.revision(), row.view().toView(outcomes.getOrDefault(row.id(), Map.of()))))
                .toList();
    }

    private List<RolloutView> views(List<RolloutEntity> rows) {
        var outcomes = counts.of(rows.stream().map(RolloutEntity::id).toList());
        return rows.stream()
                .map(row -> row.toView(outcomes.getOrDefault(row.id(), Map.of())))
                .toList();
    }
}
