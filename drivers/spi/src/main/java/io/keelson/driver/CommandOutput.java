package io.keelson.driver;

/** Hears what a command prints, both streams in one, while it runs. */
@FunctionalInterface
public interface CommandOutput {
    /** One line without its end; secrets of the instance that the driver knows are masked. */
    void line(String text);
}
