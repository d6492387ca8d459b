package io.keelson.graphql.instance;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.instance.query.WatchInstances;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.LiveViews;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Watches instances. */
@Controller
final class InstanceSubscriptions {
    private final LiveViews live;

    InstanceSubscriptions(LiveViews live) {
        this.live = live;
    }

    @SubscriptionMapping
    Flux<InstanceView> instanceChanged(@Argument @Nullable String id, DataFetchingEnvironment environment) {
        RequestContext context = Request.of(environment).context();
        if (id == null) {
            return live.all(() -> new WatchInstances(null), InstanceView.class, context);
        }
        return live.one(
                () -> new WatchInstances(read(id)),
                () -> new GetInstances(List.of(read(id))),
                InstanceView.class,
                context);
    }

    private static InstanceId read(String id) {
        return InputField.read("id", id, InstanceId::parse);
    }
}
