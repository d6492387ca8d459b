package io.keelson.graphql.partner;

import org.jspecify.annotations.Nullable;

/** Which partner to resume, and why. */
record ResumePartnerInput(String partnerId, @Nullable String reason) {}
