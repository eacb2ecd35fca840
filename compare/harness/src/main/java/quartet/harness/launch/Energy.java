package quartet.harness.launch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The energy counters of the processor packages (RAPL), if Linux provides them and the user may read them. They count
 * all activity of the machine, including idling.
 *
 * @param counters by the name of the package
 */
public record Energy(Map<String, Counter> counters) {
    private static final Path POWERCAP = Path.of("/sys/class/powercap");

    /** A counter in microjoules, and the value at which it wraps around to 0. */
    record Counter(long value, long range) {}

    /** Reads the counters; empty if there are none or the user may not read them. */
    public static Optional<Energy> read() {
        return read(POWERCAP);
    }

    static Optional<Energy> read(Path powercap) {
        Map<String, Counter> counters = new LinkedHashMap<>();
        // A package is intel-rapl:0; its parts, such as intel-rapl:0:1, are included in it. AMD has the same names.
        try (DirectoryStream<Path> packages = Files.newDirectoryStream(powercap, "intel-rapl:*")) {
            for (Path folder : packages) {
                String name = folder.getFileName().toString();
                if (name.matches("intel-rapl:[0-9]+")) {
                    long value = number(folder.resolve("energy_uj"));
                    counters.put(name, new Counter(value, number(folder.resolve("max_energy_range_uj"))));
                }
            }
        } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
            return Optional.empty();
        }
        return counters.isEmpty() ? Optional.empty() : Optional.of(new Energy(counters));
    }

    /** Returns the joules from an earlier reading to this one. A counter may have wrapped around once. */
    public double joulesSince(Energy earlier) {
        long sum = 0;
        for (Map.Entry<String, Counter> entry : counters.entrySet()) {
            Counter now = entry.getValue();
            long difference = now.value()
                    - earlier.counters.getOrDefault(entry.getKey(), now).value();
            sum += difference >= 0 ? difference : difference + now.range();
        }
        return sum / 1e6;
    }

    private static long number(Path file) throws IOException {
        return Long.parseLong(Files.readString(file).strip());
    }
}
