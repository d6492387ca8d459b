package io.keelson.graphql.instance;

/** Why a request for one of many instances was refused, in the words of the error contract. */
record InstanceResultError(String code, String reason, String message) {}
