package io.keelson.benchmark.rollout;

import org.springframework.context.annotation.Configuration;

/** Nothing more than the product has. */
@Configuration(proxyBeanMethods = false)
class RolloutBeans {}
