package io.keelson.graphql.version;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that serves versions. */
@Configuration(proxyBeanMethods = false)
@Import({VersionMutations.class, VersionStandingMutations.class, VersionQueries.class, VersionFields.class})
public class VersionApi {}
