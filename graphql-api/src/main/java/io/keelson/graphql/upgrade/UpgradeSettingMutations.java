package io.keelson.graphql.upgrade;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.graphql.message.Changed;
import io.keelson.graphql.message.Changes;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.function.Function;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Says what a customer wishes about upgrades. Rejected with the codes of the commands. */
@Controller
final class UpgradeSettingMutations {
    private final Messages messages;
    private final Changes changes;

    UpgradeSettingMutations(Messages messages, Changes changes) {
        this.messages = messages;
        this.changes = changes;
    }

    @MutationMapping
    UpgradeSettingsPayload setUpdatePolicy(@Argument SetUpdatePolicyInput input, DataFetchingEnvironment environment) {
        return change(input.instanceId(), input::toCommand, environment);
    }

    @MutationMapping
    UpgradeSettingsPayload setChannel(@Argument SetChannelInput input, DataFetchingEnvironment environment) {
        return change(input.instanceId(), input::toCommand, environment);
    }

    @MutationMapping
    UpgradeSettingsPayload pinInstance(@Argument PinInstanceInput input, DataFetchingEnvironment environment) {
        return change(input.instanceId(), input::toCommand, environment);
    }

    @MutationMapping
    UpgradeSettingsPayload setMaintenanceWindows(
            @Argument SetMaintenanceWindowsInput input, DataFetchingEnvironment environment) {
        return change(input.instanceId(), input::toCommand, environment);
    }

    private UpgradeSettingsPayload change(
            String instanceId, Function<InstanceId, Object> command, DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        InstanceId id = InstanceId.parse(instanceId);
        messages.send(command.apply(id), request.context());
        return new UpgradeSettingsPayload(changes.await(
                request,
                Changed.of("instanceId", id),
                () -> messages.askOne(new GetInstances(List.of(id)), InstanceView.class, request.context())));
    }
}
