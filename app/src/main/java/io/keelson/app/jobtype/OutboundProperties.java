package io.keelson.app.jobtype;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Requests that jobs send to the outside.
 *
 * @param allow addresses, blocks and host names that may be called although they are not the public Internet
 * @param secrets what headers may name as {@code ${secret:name}}
 */
@ConfigurationProperties("keelson.outbound")
record OutboundProperties(
        @DefaultValue List<String> allow, @DefaultValue Map<String, String> secrets) {
    @Override
    public String toString() {
        return "OutboundProperties[allow=%s, secrets=%s]".formatted(allow, secrets.keySet());
    }
}
