package io.keelson.app.rollout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rollouts go on.
 *
 * @param lookEvery pause between two looks for rollouts that time lets go on; zero means that only events do
 */
@ConfigurationProperties("keelson.rollouts")
record RolloutProperties(@DefaultValue("5s") Duration lookEvery) {}
