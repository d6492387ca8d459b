package io.keelson.graphql.rollout;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.operation.query.GetOperations;
import io.keelson.api.operation.query.OperationView;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.query.FindRolloutMembers;
import io.keelson.api.rollout.query.RolloutMemberPage;
import io.keelson.api.rollout.query.RolloutView;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.message.Relations;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.page.Pages;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Reads the members of rollouts, and what they refer to. */
@Controller
final class RolloutMemberFields {
    private final Messages messages;

    RolloutMemberFields(Messages messages) {
        this.messages = messages;
    }

    @SchemaMapping(typeName = "Rollout")
    Connection<MemberNode> members(
            RolloutView rollout,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable MemberOutcome outcome,
            @Argument @Nullable String stage,
            DataFetchingEnvironment environment) {
        FindRolloutMembers query = new FindRolloutMembers(
                rollout.id(), outcome, stage == null ? null : index(rollout, stage), Pages.of(first, after));
        RolloutMemberPage page = messages.ask(
                query, RolloutMemberPage.class, Request.of(environment).context());
        List<MemberNode> nodes = page.items().stream()
                .map(member -> MemberNode.of(rollout.spec(), member))
                .toList();
        return Connection.of(nodes, page.cursors(), page.info(), after);
    }

    @BatchMapping(typeName = "RolloutMember")
    Map<MemberNode, InstanceView> instance(List<MemberNode> members, GraphQLContext graphQl) {
        return instances(members, MemberNode::instanceId, graphQl);
    }

    @BatchMapping(typeName = "RolloutMember")
    Map<MemberNode, OperationView> operation(List<MemberNode> members, GraphQLContext graphQl) {
        return Relations.resolve(
                members,
                MemberNode::operationId,
                ids -> messages.askAll(new GetOperations(ids), OperationView.class, Request.contextOf(graphQl)),
                OperationView::id);
    }

    @BatchMapping(typeName = "PreviewedMember", field = "instance")
    Map<PreviewedNode, InstanceView> previewed(List<PreviewedNode> members, GraphQLContext graphQl) {
        return instances(members, PreviewedNode::instanceId, graphQl);
    }

    private static int index(RolloutView rollout, String stage) {
        List<String> names =
                rollout.spec().stages().stream().map(RolloutStage::name).toList();
        int index = names.indexOf(stage);
        if (index < 0) {
            throw RejectedException.invalid(
                    "stage", "stage is none of %s; its stages are %s.".formatted(rollout.id(), names));
        }
        return index;
    }

    private <T> Map<T, InstanceView> instances(List<T> members, Function<T, InstanceId> id, GraphQLContext graphQl) {
        return Relations.resolve(
                members,
                id,
                ids -> messages.askAll(new GetInstances(ids), InstanceView.class, Request.contextOf(graphQl)),
                InstanceView::id);
    }
}
