package io.keelson.graphql.rollout;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.command.AbortRollout;
import io.keelson.api.rollout.command.ApproveRolloutGate;
import io.keelson.api.rollout.command.PauseRollout;
import io.keelson.api.rollout.command.RestartRollout;
import io.keelson.api.rollout.command.ResumeRollout;
import io.keelson.api.rollout.command.RolloutCommand;
import io.keelson.api.rollout.command.StartRollout;
import io.keelson.api.rollout.query.GetRollouts;
import io.keelson.api.rollout.query.PlanRollout;
import io.keelson.api.rollout.query.RolloutView;
import io.keelson.graphql.message.Changed;
import io.keelson.graphql.message.Changes;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Starts, holds, opens and ends rollouts. Rejected with the codes of the commands. */
@Controller
final class RolloutMutations {
    private final Messages messages;
    private final Changes changes;

    RolloutMutations(Messages messages, Changes changes) {
        this.messages = messages;
        this.changes = changes;
    }

    @MutationMapping
    RolloutPayload startRollout(@Argument StartRolloutInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        Request reasoned = input.reason() == null ? request : request.withReason(input.reason());
        RolloutId id = new RolloutId(request.newId("rollout"));
        RolloutSpec spec = input.toSpec();
        // What an earlier try has started may have left nothing that a second plan would find.
        @Nullable RolloutView existing = request.repeated() ? read(id, request.context()) : null;
        if (existing != null) {
            return new RolloutPayload(existing);
        }
        List<RolloutMember> members = messages.askAll(new PlanRollout(spec), RolloutMember.class, reasoned.context());
        return new RolloutPayload(changes.create(
                reasoned,
                new StartRollout(id, spec, members),
                Changed.of("rolloutId", id),
                () -> read(id, reasoned.context())));
    }

    @MutationMapping
    RolloutPayload approveRolloutGate(@Argument ApproveRolloutGateInput input, DataFetchingEnvironment environment) {
        RolloutId id = RolloutId.parse(input.rolloutId());
        return change(Request.of(environment), new ApproveRolloutGate(id, input.stage(), input.group()));
    }

    @MutationMapping
    RolloutPayload pauseRollout(@Argument PauseRolloutInput input, DataFetchingEnvironment environment) {
        return change(Request.of(environment), new PauseRollout(RolloutId.parse(input.rolloutId())));
    }

    @MutationMapping
    RolloutPayload resumeRollout(@Argument ResumeRolloutInput input, DataFetchingEnvironment environment) {
        return change(Request.of(environment), new ResumeRollout(RolloutId.parse(input.rolloutId())));
    }

    @MutationMapping
    RolloutPayload restartRollout(@Argument RestartRolloutInput input, DataFetchingEnvironment environment) {
        RolloutId id = RolloutId.parse(input.rolloutId());
        return change(Request.of(environment), new RestartRollout(id, Boolean.TRUE.equals(input.retryFailed())));
    }

    @MutationMapping
    RolloutPayload abortRollout(@Argument AbortRolloutInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment).withReason(input.reason());
        return change(request, new AbortRollout(RolloutId.parse(input.rolloutId())));
    }

    private RolloutPayload change(Request request, RolloutCommand command) {
        RolloutId id = command.rolloutId();
        messages.send(command, request.context());
        return new RolloutPayload(
                changes.await(request, Changed.of("rolloutId", id), () -> read(id, request.context())));
    }

    private @Nullable RolloutView read(RolloutId id, RequestContext context) {
        return messages.askOne(new GetRollouts(List.of(id)), RolloutView.class, context);
    }
}
