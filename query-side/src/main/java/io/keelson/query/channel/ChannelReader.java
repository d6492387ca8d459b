package io.keelson.query.channel;

import io.keelson.api.channel.ChannelEntry;
import io.keelson.api.channel.ChannelId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a channel for decisions about upgrades. */
@Component
public final class ChannelReader {
    private final ChannelRepository repository;

    ChannelReader(ChannelRepository repository) {
        this.repository = repository;
    }

    /** Empty when there is no such channel; call it inside of a transaction. */
    public List<ChannelEntry> entries(ChannelId id) {
        return repository.findAllById(List.of(id.value())).stream()
                .flatMap(channel -> channel.toView().entries().stream())
                .toList();
    }
}
