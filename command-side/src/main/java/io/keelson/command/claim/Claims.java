package io.keelson.command.claim;

/** Values that only one owner may have. A claim is undone when the command's transaction is rolled back. */
public interface Claims {
    /**
     * Claims a value. While another transaction holds the same value undecided, this waits for its end.
     *
     * @param owner text form of the claiming aggregate's id
     * @return true when it is claimed from now on, false when the same owner had it already: the command is a repetition
     * @throws io.keelson.api.error.RejectedException NAME_TAKEN, EMAIL_TAKEN or VERSION_NUMBER_TAKEN, with the field,
     *     when another owner has it
     */
    boolean claim(ClaimKey key, String owner);

    /** Frees a value for others. Does nothing when {@code owner} does not have it, so doing it twice does no harm. */
    void release(ClaimKey key, String owner);
}
