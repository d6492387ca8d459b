package io.keelson.benchmark.fleet;

import org.springframework.context.annotation.Configuration;

/** Nothing more than the product has. */
@Configuration(proxyBeanMethods = false)
class FleetBeans {}
