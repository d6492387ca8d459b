package io.keelson.query.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.query.Page;
import io.keelson.api.version.ArtifactFile;
import io.keelson.api.version.Artifacts;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.ComponentType;
import io.keelson.api.version.ProcessArtifact;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStanding;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.event.VersionReleased;
import io.keelson.api.version.event.VersionWithdrawn;
import io.keelson.api.version.query.FindVersions;
import io.keelson.api.version.query.GetVersions;
import io.keelson.api.version.query.VersionPage;
import io.keelson.api.version.query.VersionView;
import io.keelson.fixture.VersionFixtures;
import io.keelson.query.Events;
import io.keelson.query.ReadModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionProjectionTest {
    private final ReadModel model = ReadModel.empty();

    @Test
    void aReleaseIsReadBackWithEverythingItBrings() {
        ProcessArtifact process = new ProcessArtifact(
                List.of(new ArtifactFile("app.jar", "/srv/app.jar", "a".repeat(64))),
                List.of("prepare"),
                List.of(),
                List.of("run", "{port}", "\"quoted\" \\ and ünïcode"),
                Map.of("KEY", "{databaseUrl}"),
                "/health",
                List.of("/", "/version"),
                45,
                List.of("reverse"),
                "/metrics");
        VersionId id = VersionId.random();
        model.tell(new VersionReleased(
                id,
                new ComponentName("billing"),
                ComponentType.CAPABILITY,
                new SemanticVersion("2.0.0-rc.1"),
                VersionStatus.BETA,
                "Breaks\neverything",
                true,
                true,
                Map.of("storefront", "^1.0.0"),
                new Artifacts(process, "{\"type\":\"object\"}")));

        assertThat(version(id))
                .isEqualTo(new VersionView(
                        id,
                        new ComponentName("billing"),
                        ComponentType.CAPABILITY,
                        new SemanticVersion("2.0.0-rc.1"),
                        VersionStatus.BETA,
                        "Breaks\neverything",
                        true,
                        true,
                        Map.of("storefront", "^1.0.0"),
                        new Artifacts(process, "{\"type\":\"object\"}"),
                        VersionStanding.NONE,
                        Events.AT,
                        Events.AT,
                        "keelson"));
    }

    @Test
    void aWithdrawnVersionKeepsEverythingButItsStatus() {
        model.tell(VersionFixtures.versionReleased());
        model.tell(new VersionWithdrawn(VersionFixtures.VERSION_ID));

        VersionView version = version(VersionFixtures.VERSION_ID);
        assertThat(version.status()).isEqualTo(VersionStatus.WITHDRAWN);
        assertThat(version.artifacts()).isEqualTo(VersionFixtures.ARTIFACTS);
        assertThat(version.updatedAt()).isEqualTo(Events.AT.plusSeconds(1));
    }

    @Test
    void versionsAreFoundByComponentAndStatus() {
        model.tell(VersionFixtures.versionReleased());

        assertThat(found(VersionFixtures.COMPONENT, VersionStatus.STABLE)).isEqualTo(1);
        assertThat(found(VersionFixtures.COMPONENT, VersionStatus.BETA)).isZero();
        assertThat(found(new ComponentName("other"), null)).isZero();
        assertThat(found(null, null)).isEqualTo(1);
    }

    private long found(ComponentName component, VersionStatus status) {
        return model.ask(new FindVersions(component, status, new Page(10, null)), VersionPage.class)
                .info()
                .totalCount();
    }

    private VersionView version(VersionId id) {
        return model.askList(new GetVersions(List.of(id)), VersionView.class).getFirst();
    }
}
