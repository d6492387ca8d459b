package io.keelson.graphql.instance;

/** Which instance to resume. */
record ResumeInstanceInput(String instanceId) {}
