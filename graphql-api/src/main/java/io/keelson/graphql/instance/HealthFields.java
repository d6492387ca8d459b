package io.keelson.graphql.instance;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.health.DriftView;
import io.keelson.api.health.FindOrphans;
import io.keelson.api.health.GetUpkeep;
import io.keelson.api.health.HealthArea;
import io.keelson.api.health.HealthChangeView;
import io.keelson.api.health.HealthCheckView;
import io.keelson.api.health.HealthReportView;
import io.keelson.api.health.OrphanView;
import io.keelson.api.health.UpkeepView;
import io.keelson.api.health.UptimeView;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Fields about the health of an instance. What has no arguments is read by one query for all instances. */
@Controller
final class HealthFields {
    private final Messages messages;

    HealthFields(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    List<OrphanView> orphans(DataFetchingEnvironment environment) {
        return messages.askAll(
                new FindOrphans(), OrphanView.class, Request.of(environment).context());
    }

    @BatchMapping(typeName = "Instance")
    Map<InstanceView, HealthReportView> healthReport(List<InstanceView> instances, GraphQLContext graphQl) {
        Map<InstanceId, UpkeepView> upkeep = upkeep(instances, graphQl);
        Map<InstanceView, HealthReportView> reports = new HashMap<>();
        for (InstanceView instance : instances) {
            UpkeepView view = upkeep.get(instance.id());
            if (view != null && view.report() != null) {
                reports.put(instance, view.report());
            }
        }
        return reports;
    }

    @BatchMapping(typeName = "Instance")
    Map<InstanceView, List<DriftView>> drift(List<InstanceView> instances, GraphQLContext graphQl) {
        Map<InstanceId, UpkeepView> upkeep = upkeep(instances, graphQl);
        Map<InstanceView, List<DriftView>> drift = new HashMap<>();
        for (InstanceView instance : instances) {
            UpkeepView view = upkeep.get(instance.id());
            drift.put(instance, view == null ? List.of() : view.drift());
        }
        return drift;
    }

    @BatchMapping(typeName = "Instance")
    Map<InstanceView, Boolean> leftAlone(List<InstanceView> instances, GraphQLContext graphQl) {
        Map<InstanceId, UpkeepView> upkeep = upkeep(instances, graphQl);
        Map<InstanceView, Boolean> leftAlone = new HashMap<>();
        for (InstanceView instance : instances) {
            UpkeepView view = upkeep.get(instance.id());
            leftAlone.put(instance, view != null && view.leftAlone());
        }
        return leftAlone;
    }

    private Map<InstanceId, UpkeepView> upkeep(List<InstanceView> instances, GraphQLContext graphQl) {
        List<InstanceId> ids =
                instances.stream().map(InstanceView::id).distinct().toList();
        return messages.askAll(new GetUpkeep(ids), UpkeepView.class, Request.contextOf(graphQl)).stream()
                .collect(Collectors.toMap(UpkeepView::instanceId, Function.identity()));
    }

    @SchemaMapping(typeName = "InstanceUptime")
    double ratio(UptimeView uptime) {
        return (double) uptime.up().toMillis() / uptime.known().toMillis();
    }

    @SchemaMapping(typeName = "HealthChange")
    Instant at(HealthChangeView change) {
        return change.changedAt();
    }

    @SchemaMapping(typeName = "HealthCheck")
    HealthArea name(HealthCheckView check) {
        return check.area();
    }
}
