package io.keelson.query.instance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.instance.event.InstanceBackedUp;
import io.keelson.api.instance.query.BackupView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The backups of an instance that are kept, newest first. */
record BackupList(@JsonValue List<BackupView> views) {
    static final BackupList NONE = new BackupList(List.of());

    @JsonCreator
    BackupList {
        views = List.copyOf(views);
    }

    /** With the backup of the event, and without those that it lets go. */
    BackupList plus(InstanceBackedUp event, Instant at) {
        BackupView made = new BackupView(
                event.backupId(),
                event.blueprint().version(),
                event.blueprint().configuration().region(),
                event.storedIn() == null ? null : event.storedIn().value(),
                event.facts(),
                at);
        return new BackupList(Stream.concat(Stream.of(made), views.stream())
                .filter(backup -> !event.expired().contains(backup.id()))
                .toList());
    }
}
