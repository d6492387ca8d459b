package io.keelson.driver.process;

/**
 * Ports that instances may get. It should lie outside the system's range for outgoing connections (usually 32768 to
 * 60999), since one of those can take a port at any moment.
 *
 * @param first lowest port, 1024 to 65535
 * @param last highest port, not below the first
 */
public record PortRange(int first, int last) {
    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65_535;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException when the range is empty or leaves 1024 to 65535
     */
    public PortRange {
        if (first < LOWEST || last > HIGHEST || first > last) {
            throw new IllegalArgumentException(
                    "The port range %d to %d must lie within 1024 to 65535 and not be empty.".formatted(first, last));
        }
    }

    @Override
    public String toString() {
        return first + " to " + last;
    }
}
