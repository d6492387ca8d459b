package io.keelson.query.channel;

import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class EntriesColumn extends JsonColumn<ChannelEntries> {
    EntriesColumn() {
        super(ChannelEntries.class);
    }
}
