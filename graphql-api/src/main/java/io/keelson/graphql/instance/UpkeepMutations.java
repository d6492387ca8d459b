package io.keelson.graphql.instance;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.instance.command.ReconcileInstance;
import io.keelson.api.instance.command.RestartInstance;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Asks for the upkeep of living instances. Rejected with the codes of the commands. */
@Controller
final class UpkeepMutations {
    private static final String ASKED_FOR = "Somebody asked for it.";

    private final InstanceRequests requests;

    UpkeepMutations(InstanceRequests requests) {
        this.requests = requests;
    }

    @MutationMapping
    InstancePayload restartInstance(@Argument RestartInstanceInput input, DataFetchingEnvironment environment) {
        return requests.operate(Request.of(environment), input.instanceId(), RestartInstance::new);
    }

    @MutationMapping
    InstancePayload reconcileInstance(@Argument ReconcileInstanceInput input, DataFetchingEnvironment environment) {
        return requests.operate(
                Request.of(environment),
                input.instanceId(),
                (id, operation) -> new ReconcileInstance(id, operation, List.of(), ASKED_FOR));
    }
}
