package io.keelson.command.version;

/** Whether one person may release a version that is stable at once. */
@FunctionalInterface
public interface StableRule {
    /** While there is only one person, there is no second one to ask. */
    StableRule ONE_PERSON = () -> false;

    /** True: a release begins as a draft or a beta, and a second person calls it stable. */
    boolean needsSecondPerson();
}
