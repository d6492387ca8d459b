package io.keelson.graphql.partner;

/** Which partner to delete, and why. */
record DeletePartnerInput(String partnerId, String reason) {}
