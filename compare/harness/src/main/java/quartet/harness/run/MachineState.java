package quartet.harness.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a machine that change from run to run, and details of its CPU, as far as the operating system
 * provides them.
 */
final class MachineState {
    private static final Path GOVERNOR = Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
    private static final Path CPU = Path.of("/proc/cpuinfo");
    /**
     * Vector instruction sets from wide to narrow. The first that the CPU supports is reported, with its extensions.
     */
    private static final List<String> VECTOR_FLAGS =
            List.of("avx512f", "avx512_vnni", "avx512_bf16", "avx2", "fma", "avx", "sse4_2", "sve", "asimd", "neon");

    private MachineState() {}

    /** Returns the load average over one minute; null if the system does not provide it. */
    static @Nullable Double load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? null : load;
    }

    /** Returns the governor of the CPU's frequency, such as {@code performance}; empty if it cannot be read. */
    static String governor() {
        return read(GOVERNOR).strip();
    }

    /** Returns the architecture and the vector instructions of the CPU. */
    static String instructionSet() {
        Optional<String> flags;
        try (Stream<String> lines = read(CPU).lines()) {
            flags = lines.filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                    .findFirst();
        }
        List<String> present = List.of(flags.map(line -> line.substring(line.indexOf(':') + 1))
                .orElse("")
                .strip()
                .split("\\s+"));
        String vector =
                String.join(" ", VECTOR_FLAGS.stream().filter(present::contains).toList());
        return (System.getProperty("os.arch") + " " + vector).strip();
    }

    private static String read(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
