package io.keelson.app.home;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Keelson keeps its files.
 *
 * @param home directory of the embedded database, the instances and the log; made when missing
 */
@ConfigurationProperties("keelson")
public record HomeProperties(@DefaultValue(".keelson") Path home) {
    public HomeProperties {
        home = home.toAbsolutePath().normalize();
    }

    public Path resolve(String name) {
        return home.resolve(name);
    }
}
