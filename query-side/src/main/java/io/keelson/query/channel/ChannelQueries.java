package io.keelson.query.channel;

import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.query.ChannelView;
import io.keelson.api.channel.query.GetChannels;
import io.keelson.query.read.RowReader;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

@Component
class ChannelQueries {
    private final RowReader<ChannelEntity, ChannelView> reader;

    ChannelQueries(ChannelRepository repository, PlatformTransactionManager transactions) {
        reader = new RowReader<>(repository, transactions, ChannelEntity::toView);
    }

    @QueryHandler
    List<ChannelView> handle(GetChannels query) {
        return reader.byIds(query.ids().stream().map(ChannelId::value));
    }
}
