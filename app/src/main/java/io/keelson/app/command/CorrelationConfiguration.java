package io.keelson.app.command;

import io.keelson.api.actor.RequestContext;
import java.util.List;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.MultiCorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who asked, and why, travels from the command to every event and every command that follows. */
@Configuration(proxyBeanMethods = false)
class CorrelationConfiguration {
    @Bean
    CorrelationDataProvider correlationData() {
        return new MultiCorrelationDataProvider<>(List.of(
                new MessageOriginProvider(),
                new SimpleCorrelationDataProvider(
                        RequestContext.ACTOR_ID,
                        RequestContext.ACTOR_TYPE,
                        RequestContext.REQUEST_ID,
                        RequestContext.IP_ADDRESS,
                        RequestContext.USER_AGENT,
                        RequestContext.SESSION_ID,
                        RequestContext.REASON)));
    }
}
