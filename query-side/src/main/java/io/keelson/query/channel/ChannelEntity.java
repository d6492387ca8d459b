package io.keelson.query.channel;

import io.keelson.api.channel.ChannelEntry;
import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.ChannelName;
import io.keelson.api.channel.event.VersionPromoted;
import io.keelson.api.channel.query.ChannelView;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.VersionId;
import io.keelson.query.row.JsonColumn;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;

@Entity
@Table(schema = "read_model", name = "channel")
class ChannelEntity extends ProjectedRow {
    @Column(updatable = false)
    private String component;

    @Column(updatable = false)
    private String name;

    @Convert(converter = EntriesColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private ChannelEntries entries;

    @SuppressWarnings("NullAway.Init")
    protected ChannelEntity() {}

    ChannelEntity(VersionPromoted event, Stamp stamp) {
        super(stamp);
        component = event.component().value();
        name = event.name().value();
        entries = ChannelEntries.NONE.promoted(entry(event));
    }

    void promoted(VersionPromoted event) {
        entries = entries.promoted(entry(event));
    }

    void demoted(VersionId versionId) {
        entries = entries.demoted(versionId);
    }

    private static ChannelEntry entry(VersionPromoted event) {
        return new ChannelEntry(event.versionId(), event.number(), event.sequence(), true);
    }

    ChannelView toView() {
        return new ChannelView(
                new ChannelId(id()),
                new ComponentName(component),
                new ChannelName(name),
                entries.list(),
                createdAt(),
                updatedAt());
    }
}
