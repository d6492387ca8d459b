package io.keelson.graphql.rollout;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.query.GetRollouts;
import io.keelson.api.rollout.query.RolloutView;
import io.keelson.api.rollout.query.WatchRollouts;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.LiveViews;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Watches rollouts. */
@Controller
final class RolloutSubscriptions {
    private final LiveViews live;

    RolloutSubscriptions(LiveViews live) {
        this.live = live;
    }

    @SubscriptionMapping
    Flux<RolloutView> rolloutChanged(@Argument String id, DataFetchingEnvironment environment) {
        return live.one(
                        () -> new WatchRollouts(read(id)),
                        () -> new GetRollouts(List.of(read(id))),
                        RolloutView.class,
                        Request.of(environment).context())
                .takeUntil(rollout ->
                        rollout.state().isOver() && rollout.outcomes().getOrDefault(MemberOutcome.RUNNING, 0) == 0);
    }

    private static RolloutId read(String id) {
        return InputField.read("id", id, RolloutId::parse);
    }
}
