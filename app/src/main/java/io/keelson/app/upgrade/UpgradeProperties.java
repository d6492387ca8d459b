package io.keelson.app.upgrade;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How upgrades begin by themselves.
 *
 * @param lookEvery pause between two looks; zero means nobody looks
 */
@ConfigurationProperties("keelson.upgrades")
record UpgradeProperties(@DefaultValue("60s") Duration lookEvery) {}
