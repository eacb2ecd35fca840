package quartet.harness.run;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.HardwareAbstractionLayer;
import quartet.harness.results.Results;

/** Describes the machine with the library OSHI. */
public final class MachineInfo {
    private static final String CPU = name(new SystemInfo().getHardware().getProcessor());

    private MachineInfo() {}

    /** Describes the machine at the start of a comparison. The engines' own descriptions are added later. */
    public static Results.Environment describe() {
        SystemInfo system = new SystemInfo();
        HardwareAbstractionLayer hardware = system.getHardware();
        CentralProcessor processor = hardware.getProcessor();
        return new Results.Environment(
                OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                system.getOperatingSystem() + " " + System.getProperty("os.arch"),
                name(processor),
                processor.getPhysicalProcessorCount(),
                processor.getLogicalProcessorCount(),
                hardware.getMemory().getTotal(),
                Runtime.version().toString(),
                List.of(),
                List.of());
    }

    /** Returns the CPU's name. */
    static String cpu() {
        return CPU;
    }

    private static String name(CentralProcessor processor) {
        return processor.getProcessorIdentifier().getName().strip();
    }
}
