package io.keelson.command.directory;

import io.keelson.api.channel.ChannelEntry;
import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.event.VersionDemoted;
import io.keelson.api.channel.event.VersionPromoted;
import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.version.Artifacts;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStanding;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.event.VersionReleased;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The releases and channels of the directory. */
final class VersionRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FIND = """
            select id, status, artifacts from command_side.version
            where component = ? and number = ? for share""";
    // In the order of their ids, so that two readers never wait for each other.
    private static final String RELEASES = """
            select release, status, standing from command_side.version
            where component = ? and release is not null order by id for share""";
    // Written again when an event is handled again, hence no plain insert.
    private static final String ADD = """
            insert into command_side.version (id, component, number, status, artifacts, release, standing)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""";
    private static final String SET_STATUS = "update command_side.version set status = ? where id = ?";
    private static final String STANDING = "select standing from command_side.version where id = ? for update";
    private static final String SET_STANDING = "update command_side.version set standing = ? where id = ?";
    private static final String CHANNEL = """
            select version, number, sequence, offered from command_side.channel_entry
            where channel = ? order by sequence""";
    private static final String PROMOTE = """
            insert into command_side.channel_entry (channel, version, number, sequence, offered)
            values (?, ?, ?, ?, true) on conflict (channel, sequence) do update set offered = true""";
    private static final String DEMOTE =
            "update command_side.channel_entry set offered = false where channel = ? and version = ?";

    private final JdbcClient jdbc;

    VersionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KnownVersion> find(ComponentName component, SemanticVersion number) {
        return jdbc.sql(FIND)
                .params(component.value(), number.value())
                .query((row, _) -> new KnownVersion(
                        VersionId.parse(row.getString("id")),
                        VersionStatus.valueOf(row.getString("status")),
                        JSON.readValue(row.getString("artifacts"), Artifacts.class)))
                .optional();
    }

    List<KnownRelease> releases(ComponentName component) {
        return jdbc.sql(RELEASES)
                .param(component.value())
                .query((row, _) -> KnownRelease.of(
                        JSON.readValue(row.getString("release"), VersionReleased.class),
                        VersionStatus.valueOf(row.getString("status")),
                        standing(row.getString("standing"))))
                .list();
    }

    List<ChannelEntry> channel(ChannelId channel) {
        return jdbc.sql(CHANNEL)
                .param(channel.toString())
                .query((row, _) -> new ChannelEntry(
                        VersionId.parse(row.getString("version")),
                        new SemanticVersion(row.getString("number")),
                        row.getInt("sequence"),
                        row.getBoolean("offered")))
                .list();
    }

    void add(VersionReleased event) {
        jdbc.sql(ADD)
                .params(
                        event.versionId().toString(),
                        event.component().value(),
                        event.number().value(),
                        event.status().name(),
                        JSON.writeValueAsString(event.artifacts()),
                        JSON.writeValueAsString(event),
                        JSON.writeValueAsString(VersionStanding.NONE))
                .update();
    }

    void set(VersionId versionId, VersionStatus status) {
        jdbc.sql(SET_STATUS).params(status.name(), versionId.toString()).update();
    }

    void change(VersionId versionId, UnaryOperator<VersionStanding> change) {
        VersionStanding before = jdbc.sql(STANDING)
                .param(versionId.toString())
                .query((row, _) -> standing(row.getString("standing")))
                .optional()
                .orElse(VersionStanding.NONE);
        jdbc.sql(SET_STANDING)
                .params(JSON.writeValueAsString(change.apply(before)), versionId.toString())
                .update();
    }

    void promote(VersionPromoted event) {
        jdbc.sql(PROMOTE)
                .params(
                        event.channelId().toString(),
                        event.versionId().toString(),
                        event.number().value(),
                        event.sequence())
                .update();
    }

    void demote(VersionDemoted event) {
        jdbc.sql(DEMOTE)
                .params(event.channelId().toString(), event.versionId().toString())
                .update();
    }

    private static VersionStanding standing(@Nullable String json) {
        return json == null ? VersionStanding.NONE : JSON.readValue(json, VersionStanding.class);
    }
}
