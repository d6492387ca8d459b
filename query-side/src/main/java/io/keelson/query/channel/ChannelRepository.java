package io.keelson.query.channel;

import io.keelson.query.read.RowRepository;

interface ChannelRepository extends RowRepository<ChannelEntity> {}
