package io.keelson.query.version;

import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.version.Artifacts;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.ComponentType;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionRange;
import io.keelson.api.version.VersionStanding;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.event.VersionReleased;
import io.keelson.api.version.query.VersionView;
import io.keelson.query.row.JsonColumn;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

@Entity
@Table(schema = "read_model", name = "version")
class VersionEntity extends ProjectedRow {
    @Column(updatable = false)
    private String component;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ComponentType type;

    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private VersionStatus status;

    @Column(updatable = false)
    private String changelog;

    @Column(updatable = false)
    private boolean breaking;

    @Column(updatable = false)
    private boolean securityPatch;

    @Convert(converter = DependenciesColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    @Column(updatable = false)
    private Map<String, String> dependencies;

    @Convert(converter = ArtifactsColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    @Column(updatable = false)
    private Artifacts artifacts;

    @Convert(converter = StandingColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private @Nullable VersionStanding standing;

    @SuppressWarnings("NullAway.Init")
    protected VersionEntity() {}

    VersionEntity(VersionReleased event, Stamp stamp) {
        super(stamp);
        component = event.component().value();
        type = event.type();
        number = event.number().value();
        status = event.status();
        changelog = event.changelog();
        breaking = event.breaking();
        securityPatch = event.securityPatch();
        dependencies = event.dependencies();
        artifacts = event.artifacts();
    }

    void status(VersionStatus now) {
        status = now;
    }

    void standing(UnaryOperator<VersionStanding> change) {
        standing = change.apply(standing());
    }

    // Rows of before there was anything to decide have none.
    private VersionStanding standing() {
        return standing == null ? VersionStanding.NONE : standing;
    }

    /** What a decision about upgrades must know. */
    KnownRelease toRelease() {
        return new KnownRelease(
                new VersionId(id()),
                new ComponentName(component),
                new SemanticVersion(number),
                status,
                breaking,
                securityPatch,
                dependencies.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> new ComponentName(entry.getKey()),
                                entry -> new VersionRange(entry.getValue()))),
                standing(),
                KnownRelease.driversOf(artifacts));
    }

    VersionView toView() {
        return new VersionView(
                new VersionId(id()),
                new ComponentName(component),
                type,
                new SemanticVersion(number),
                status,
                changelog,
                breaking,
                securityPatch,
                dependencies,
                artifacts,
                standing(),
                createdAt(),
                updatedAt(),
                createdBy());
    }
}
