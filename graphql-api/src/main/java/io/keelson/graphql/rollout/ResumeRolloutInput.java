package io.keelson.graphql.rollout;

/** Which paused rollout to let go on. */
record ResumeRolloutInput(String rolloutId) {}
