package io.keelson.graphql.instance;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.health.FindHealthChanges;
import io.keelson.api.health.FindHealthHistories;
import io.keelson.api.health.GetUptimes;
import io.keelson.api.health.HealthChangePage;
import io.keelson.api.health.HealthChangeView;
import io.keelson.api.health.HealthHistoryView;
import io.keelson.api.health.UptimeView;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.query.Page;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.page.Pages;
import io.keelson.graphql.request.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What was of the health of instances; with arguments, and yet read by one query for all instances that are asked the same. */
@Controller
final class HealthHistoryFields {
    private static final Duration USUAL = Duration.ofDays(30);

    private final Messages messages;

    HealthHistoryFields(Messages messages, BatchLoaderRegistry loaders) {
        this.messages = messages;
        loaders.forTypePair(UptimeOf.class, UptimeView.class)
                .registerMappedBatchLoader((keys, batch) -> Mono.fromCallable(() -> uptimes(keys, batch)));
        loaders.forTypePair(HistoryOf.class, HealthChangePage.class)
                .registerMappedBatchLoader((keys, batch) -> Mono.fromCallable(() -> histories(keys, batch)));
    }

    record UptimeOf(InstanceId instance, Duration period) {}

    record HistoryOf(InstanceId instance, int first) {}

    @SchemaMapping(typeName = "Instance")
    CompletableFuture<UptimeView> uptime(
            InstanceView instance, @Argument @Nullable Duration period, DataLoader<UptimeOf, UptimeView> loader) {
        return loader.load(new UptimeOf(instance.id(), GetUptimes.requirePeriod(period == null ? USUAL : period)));
    }

    @SchemaMapping(typeName = "Instance")
    CompletableFuture<Connection<HealthChangeView>> healthHistory(
            InstanceView instance,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataLoader<HistoryOf, HealthChangePage> loader,
            DataFetchingEnvironment environment) {
        Page page = Pages.of(first, after);
        CompletableFuture<HealthChangePage> found = after == null
                ? loader.load(new HistoryOf(instance.id(), page.first()))
                : CompletableFuture.completedFuture(messages.ask(
                        new FindHealthChanges(instance.id(), page),
                        HealthChangePage.class,
                        Request.of(environment).context()));
        return found.thenApply(part -> Connection.of(part.items(), part.cursors(), part.info(), after));
    }

    private Map<UptimeOf, UptimeView> uptimes(Set<UptimeOf> keys, BatchLoaderEnvironment batch) {
        Map<UptimeOf, UptimeView> found = new HashMap<>();
        grouped(keys, UptimeOf::period, UptimeOf::instance).forEach((period, ids) -> messages.askAll(
                        new GetUptimes(ids, period), UptimeView.class, Request.contextOf(context(batch)))
                .forEach(uptime -> found.put(new UptimeOf(uptime.instanceId(), period), uptime)));
        return found;
    }

    private Map<HistoryOf, HealthChangePage> histories(Set<HistoryOf> keys, BatchLoaderEnvironment batch) {
        Map<HistoryOf, HealthChangePage> found = new HashMap<>();
        grouped(keys, HistoryOf::first, HistoryOf::instance).forEach((first, ids) -> messages.askAll(
                        new FindHealthHistories(ids, first), HealthHistoryView.class, Request.contextOf(context(batch)))
                .forEach(history -> found.put(new HistoryOf(history.instanceId(), first), history.page())));
        return found;
    }

    private static <K, A> Map<A, List<InstanceId>> grouped(
            Set<K> keys, Function<K, A> argument, Function<K, InstanceId> instance) {
        return keys.stream()
                .collect(Collectors.groupingBy(argument, Collectors.mapping(instance, Collectors.toList())));
    }

    private static GraphQLContext context(BatchLoaderEnvironment batch) {
        return Objects.requireNonNull(batch.<GraphQLContext>getContext());
    }
}
