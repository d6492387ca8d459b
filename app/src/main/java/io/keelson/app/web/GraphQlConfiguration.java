package io.keelson.app.web;

import io.keelson.api.worker.NodeRole;
import io.keelson.app.role.ConditionalOnRole;
import io.keelson.graphql.GraphQlApiConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The GraphQL API, on nodes that serve it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(NodeRole.API)
@Import(GraphQlApiConfiguration.class)
class GraphQlConfiguration {}
