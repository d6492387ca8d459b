package io.keelson.graphql.tenant;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that serves tenants. */
@Configuration(proxyBeanMethods = false)
@Import({TenantMutations.class, TenantQueries.class, TenantFields.class})
public class TenantApi {}
