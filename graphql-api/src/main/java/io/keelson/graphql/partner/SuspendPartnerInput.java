package io.keelson.graphql.partner;

/** Which partner to suspend, and why. */
record SuspendPartnerInput(String partnerId, String reason) {}
