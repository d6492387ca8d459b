package io.keelson.app.sample;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.version.query.GetVersions;
import io.keelson.api.version.query.VersionView;
import io.keelson.api.worker.NodeRole;
import io.keelson.app.role.ConditionalOnRole;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Releases the sample's versions that are not known yet; readiness waits for it. */
@Component
@ConditionalOnBooleanProperty(name = "keelson.samples", matchIfMissing = true)
// It asks what is known already, so the projections must be fresh.
@ConditionalOnRole(NodeRole.PROJECTOR)
class SampleReleases implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SampleReleases.class);
    private static final String RESOURCE = "samples/storefront/releases.json";

    private final CommandGateway commands;
    private final QueryGateway queries;
    private final SampleFiles files;

    SampleReleases(CommandGateway commands, QueryGateway queries, SampleFiles files) {
        this.commands = commands;
        this.queries = queries;
        this.files = files;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<SampleRelease> releases = read();
        Set<Object> known = known(releases);
        for (SampleRelease release : releases) {
            if (!known.contains(release.versionId())) {
                release(release);
            }
        }
    }

    private void release(SampleRelease release) {
        commands.sendAndWait(GenericCommandMessage.asCommandMessage(release.toCommand(files.unpack(release)))
                .withMetaData(
                        RequestContext.system(UUID.randomUUID().toString()).toMetadata()));
        LOG.info("Released the sample {} {}.", release.component(), release.number());
    }

    private Set<Object> known(List<SampleRelease> releases) {
        GetVersions query =
                new GetVersions(releases.stream().map(SampleRelease::versionId).toList());
        return queries.query(query, ResponseTypes.multipleInstancesOf(VersionView.class)).join().stream()
                .map(VersionView::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<SampleRelease> read() throws IOException {
        try (InputStream json = new ClassPathResource(RESOURCE).getInputStream()) {
            return JsonMapper.shared().readValue(json, new TypeReference<>() {});
        }
    }
}
