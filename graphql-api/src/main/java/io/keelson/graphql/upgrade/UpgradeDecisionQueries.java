package io.keelson.graphql.upgrade;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.query.DecideUpgrades;
import io.keelson.api.upgrade.query.DecidedUpgrade;
import io.keelson.api.version.SemanticVersion;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Says what would become of upgrades. */
@Controller
final class UpgradeDecisionQueries {
    private final Messages messages;
    private final Clock clock;

    UpgradeDecisionQueries(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @QueryMapping
    @Nullable
    UpgradeDecision upgradeDecision(
            @Argument String instanceId,
            @Argument @Nullable String version,
            @Argument @Nullable Instant at,
            DataFetchingEnvironment environment) {
        DecideUpgrades query = new DecideUpgrades(
                List.of(InputField.read("instanceId", instanceId, InstanceId::parse)),
                InputField.readOptional("version", version, SemanticVersion::new),
                at == null ? clock.instant() : at);
        DecidedUpgrade decided = messages.askOne(
                query, DecidedUpgrade.class, Request.of(environment).context());
        return decided == null ? null : decided.decision();
    }

    @BatchMapping(typeName = "Instance")
    Map<InstanceView, UpgradeDecision> upgradeDecision(List<InstanceView> instances, GraphQLContext graphQl) {
        DecideUpgrades query =
                new DecideUpgrades(instances.stream().map(InstanceView::id).toList(), null, clock.instant());
        Map<InstanceId, UpgradeDecision> decided =
                messages.askAll(query, DecidedUpgrade.class, Request.contextOf(graphQl)).stream()
                        .collect(Collectors.toMap(DecidedUpgrade::instanceId, DecidedUpgrade::decision));
        return instances.stream()
                .filter(instance -> decided.containsKey(instance.id()))
                .collect(
                        Collectors.toMap(Function.identity(), instance -> decided.get(instance.id()), (one, _) -> one));
    }
}
