package io.keelson.graphql.instance;

import io.keelson.api.instance.InstanceTag;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.query.BackupView;
import io.keelson.api.instance.query.InstanceView;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Fields of an instance and of its backups that are named otherwise in their views. */
@Controller
final class LifecycleFields {
    @SchemaMapping(typeName = "Instance")
    UpdatePolicy updatePolicy(InstanceView instance) {
        return instance.upgrades().settings().policy();
    }

    @SchemaMapping(typeName = "Instance")
    @Nullable
    SuspensionCause suspension(InstanceView instance) {
        return instance.condition().suspension();
    }

    @SchemaMapping(typeName = "Instance")
    List<String> tags(InstanceView instance) {
        return instance.tags().stream().map(InstanceTag::value).toList();
    }

    @SchemaMapping(typeName = "Instance")
    boolean maintenance(InstanceView instance) {
        return instance.condition().maintenance();
    }

    @SchemaMapping(typeName = "Instance")
    boolean deletionProtected(InstanceView instance) {
        return instance.condition().deletionProtected();
    }

    @SchemaMapping(typeName = "Instance")
    boolean secondPersonDemanded(InstanceView instance) {
        return instance.condition().secondPerson();
    }

    @SchemaMapping(typeName = "Backup")
    String storedIn(BackupView backup) {
        return backup.restsIn();
    }

    @SchemaMapping(typeName = "Backup")
    double bytes(BackupView backup) {
        return backup.facts().bytes();
    }

    @SchemaMapping(typeName = "Backup")
    Duration duration(BackupView backup) {
        return Duration.ofMillis(backup.facts().millis());
    }

    @SchemaMapping(typeName = "Backup")
    String checksum(BackupView backup) {
        return backup.facts().checksum();
    }

    @SchemaMapping(typeName = "Backup")
    double rows(BackupView backup) {
        return backup.facts().rows();
    }

    @SchemaMapping(typeName = "Backup")
    int files(BackupView backup) {
        return backup.facts().files();
    }

    @SchemaMapping(typeName = "Backup")
    String location(BackupView backup) {
        return backup.facts().location();
    }
}
