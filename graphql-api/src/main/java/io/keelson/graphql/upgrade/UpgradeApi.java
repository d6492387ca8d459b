package io.keelson.graphql.upgrade;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that serves upgrades. */
@Configuration(proxyBeanMethods = false)
@Import({
    UpgradeSettingMutations.class,
    UpgradeMutations.class,
    UpgradeDecisionQueries.class,
    RollbackPlanQueries.class,
    UpgradeFields.class
})
public class UpgradeApi {}
