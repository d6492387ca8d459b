package io.keelson.query.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.channel.ChannelEntry;
import io.keelson.api.version.VersionId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The releases that were ever in a channel, in the order of their sequence. */
record ChannelEntries(@JsonValue List<ChannelEntry> list) {
    static final ChannelEntries NONE = new ChannelEntries(List.of());

    @JsonCreator
    ChannelEntries {
        list = List.copyOf(list);
    }

    /** With the release in its place, offered. */
    ChannelEntries promoted(ChannelEntry entry) {
        return new ChannelEntries(
                Stream.concat(list.stream().filter(known -> known.sequence() != entry.sequence()), Stream.of(entry))
                        .sorted(Comparator.comparingInt(ChannelEntry::sequence))
                        .toList());
    }

    ChannelEntries demoted(VersionId versionId) {
        return new ChannelEntries(list.stream()
                .map(entry -> entry.versionId().equals(versionId) ? entry.withOffered(false) : entry)
                .toList());
    }
}
