package io.keelson.graphql.partner;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that serves partners. */
@Configuration(proxyBeanMethods = false)
@Import({PartnerMutations.class, PartnerQueries.class, PartnerFields.class})
public class PartnerApi {}
