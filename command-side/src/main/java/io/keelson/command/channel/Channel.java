package io.keelson.command.channel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.channel.ChannelEntry;
import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.command.DemoteVersion;
import io.keelson.api.channel.command.PromoteVersion;
import io.keelson.api.channel.event.VersionDemoted;
import io.keelson.api.channel.event.VersionPromoted;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.version.SemanticVersion;
import io.keelson.command.Reason;
import io.keelson.command.directory.Directory;
import io.keelson.command.directory.KnownVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The releases of a component that are offered to those who follow. */
@Aggregate(type = "channel")
class Channel {
    @AggregateIdentifier
    private ChannelId channelId;

    private final Map<SemanticVersion, ChannelEntry> entries = new LinkedHashMap<>();

    Channel() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ChannelId decide(PromoteVersion command, Directory directory) {
        ChannelEntry known = entries.get(command.number());
        if (known != null && known.offered()) {
            return command.channelId();
        }
        KnownVersion version = directory.requireProvisionable(command.component(), command.number());
        apply(new VersionPromoted(
                command.channelId(),
                command.component(),
                command.name(),
                version.versionId(),
                command.number(),
                known == null ? entries.size() + 1 : known.sequence()));
        return command.channelId();
    }

    @CommandHandler
    void decide(DemoteVersion command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        ChannelEntry known = entries.get(command.number());
        if (known == null) {
            throw new RejectedException(
                    ErrorCode.VERSION_NOT_FOUND,
                    "number",
                    "Version %s was never in %s.".formatted(command.number(), channelId));
        }
        if (known.offered()) {
            apply(new VersionDemoted(channelId, known.versionId(), known.number()));
        }
    }

    @EventSourcingHandler
    void evolve(VersionPromoted event) {
        channelId = event.channelId();
        entries.put(event.number(), new ChannelEntry(event.versionId(), event.number(), event.sequence(), true));
    }

    @EventSourcingHandler
    void evolve(VersionDemoted event) {
        entries.computeIfPresent(event.number(), (_, entry) -> entry.withOffered(false));
    }
}
