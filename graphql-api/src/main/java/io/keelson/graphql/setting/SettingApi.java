package io.keelson.graphql.setting;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that serves platform settings. */
@Configuration(proxyBeanMethods = false)
@Import({SettingMutations.class, SettingQueries.class})
public class SettingApi {}
