package io.keelson.driver.process;

/**
 * Says that a restoration has begun to put things aside, and which one.
 *
 * @param operationId the operation it belongs to
 */
record RestorationMark(String operationId) {}
