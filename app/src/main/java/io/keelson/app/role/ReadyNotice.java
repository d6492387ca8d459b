package io.keelson.app.role;

import io.keelson.api.worker.NodeRole;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Says what a node does, and how long its start took. */
@Component
class ReadyNotice implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyNotice.class);

    private final Roles roles;

    ReadyNotice(Roles roles) {
        this.roles = roles;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        String names = roles.set().stream()
                .map(NodeRole::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        LOG.info("Ready as {} after {}.", names, ready.getTimeTaken());
    }
}
