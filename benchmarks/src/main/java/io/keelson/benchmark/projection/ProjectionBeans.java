package io.keelson.benchmark.projection;

import org.springframework.context.annotation.Configuration;

/** Nothing more than the product has. */
@Configuration(proxyBeanMethods = false)
class ProjectionBeans {}
