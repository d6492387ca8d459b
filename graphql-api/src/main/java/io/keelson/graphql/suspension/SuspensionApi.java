package io.keelson.graphql.suspension;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that serves suspensions. */
@Configuration(proxyBeanMethods = false)
@Import(SuspensionQueries.class)
public class SuspensionApi {}
