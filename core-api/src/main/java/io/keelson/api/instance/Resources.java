package io.keelson.api.instance;

import io.keelson.api.error.RejectedException;

/**
 * What an instance may use.
 *
 * @param cpuMillis thousandths of a core, 10 to 256,000
 * @param memoryMegabytes mebibytes, 16 to 4,194,304
 * @param storageMegabytes mebibytes, 1 to 1,073,741,824
 */
public record Resources(int cpuMillis, int memoryMegabytes, int storageMegabytes) {
    /** One core, 512 MiB of memory, 1 GiB of storage. */
    public static final Resources DEFAULT = new Resources(1_000, 512, 1_024);

    public Resources {
        requireWithin("resources.cpu", cpuMillis, 10, 256_000);
        requireWithin("resources.memory", memoryMegabytes, 16, 4_194_304);
        requireWithin("resources.storage", storageMegabytes, 1, 1_073_741_824);
    }

    private static void requireWithin(String field, int value, int minimum, int maximum) {
        if (value < minimum || value > maximum) {
            throw RejectedException.invalid(
                    field, "%s is %d; it must be %d to %d.".formatted(field, value, minimum, maximum));
        }
    }
}
