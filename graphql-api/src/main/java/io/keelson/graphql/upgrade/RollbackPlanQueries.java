package io.keelson.graphql.upgrade;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.upgrade.query.GetRollbackPlan;
import io.keelson.api.upgrade.query.RollbackPlanView;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Says how upgrades would be taken back. */
@Controller
final class RollbackPlanQueries {
    private final Messages messages;
    private final Clock clock;

    RollbackPlanQueries(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @QueryMapping
    @Nullable
    RollbackPlanView rollbackPlan(@Argument String instanceId, DataFetchingEnvironment environment) {
        return messages.askOne(
                new GetRollbackPlan(InputField.read("instanceId", instanceId, InstanceId::parse), clock.instant()),
                RollbackPlanView.class,
                Request.of(environment).context());
    }
}
