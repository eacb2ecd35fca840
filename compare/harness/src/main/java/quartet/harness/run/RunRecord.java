package quartet.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartet.contract.EngineInfo;
import quartet.contract.Tensor;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerEvent.Phases;
import quartet.contract.worker.WorkerEvent.Resources;
import quartet.harness.Settings;
import quartet.harness.results.Cost;
import quartet.harness.results.Receipt;
import quartet.harness.results.Results.Run;
import quartet.harness.results.RunBuilder;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.WorkerResult;

/**
 * Completes a run with its conditions, its cost and the rules that it broke. It is created before the run to read the
 * machine's load.
 */
final class RunRecord {
    private final PreparedProject project;
    private final Settings settings;
    private final @Nullable Double loadBefore = MachineState.load();

    RunRecord(PreparedProject project, Settings settings) {
        this.project = project;
        this.settings = settings;
    }

    /**
     * Returns the run with its conditions, cost and broken rules.
     *
     * @throws BadAnswerException if a number that the worker reports is negative or not finite
     */
    Run complete(Run run, WorkerResult result) throws BadAnswerException {
        Optional<Resources> resources = result.first(Resources.class);
        Optional<Cost> cost =
                cost(result.first(Phases.class), resources, result.usage().joules());
        EngineInfo info = result.info().orElse(new EngineInfo("", "", "", "", 0, List.of()));
        List<String> broken = new ArrayList<>();
        if (info.threads() != settings.threads()) {
            broken.add("threads read back: expected " + settings.threads() + ", but was " + info.threads());
        }
        if (!project.untouched()) {
            broken.add("the worker changed a file of the experiment");
        }
        boolean harnessOrder = result.first(WorkerEvent.Trained.class).isPresent(); // RunCheck verified it.
        return RunBuilder.from(run)
                .checked(receipt(info, resources, harnessOrder), cost.orElse(null), broken)
                .build();
    }

    private static Optional<Cost> cost(Optional<Phases> phases, Optional<Resources> resources, @Nullable Double joules)
            throws BadAnswerException {
        if (phases.isEmpty() || resources.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Double> seconds = phases.get().seconds();
        Map<String, Double> cpuSeconds = phases.get().cpuSeconds();
        check("phases.seconds.", seconds);
        check("phases.cpuSeconds.", cpuSeconds);
        TimedAnswers.check("resources.allocatedBytes", (double) resources.get().allocatedBytes());
        double toModel = seconds.getOrDefault("start", 0.0) + seconds.getOrDefault("training", 0.0);
        return Optional.of(
                new Cost(toModel, seconds, cpuSeconds, resources.get().allocatedBytes(), joules));
    }

    /** Checks the numbers of a map. It was read from a file, so a value can be null. */
    private static void check(String name, Map<String, Double> phases) throws BadAnswerException {
        for (Map.Entry<String, Double> phase : phases.entrySet()) {
            TimedAnswers.check(name + phase.getKey(), Objects.requireNonNullElse(phase.getValue(), Double.NaN));
        }
    }

    private Receipt receipt(EngineInfo info, Optional<Resources> resources, boolean harnessOrder) {
        long parameters = 0;
        for (int[] shape : project.experiment().spec().parameterShapes().values()) {
            parameters += Tensor.size(shape);
        }
        long rows = (long) project.experiment().training().epochs()
                * project.experiment().order().rows();
        Fingerprint fingerprint = project.fingerprint();
        return new Receipt(
                settings.threads(),
                info.threads(),
                settings.heap(),
                resources.map(Resources::heapBytes).orElse(null),
                "float32",
                parameters,
                fingerprint.data(),
                fingerprint.order(),
                fingerprint.weights(),
                harnessOrder ? rows : null,
                project.experiment().data().test().rows(),
                info.framework(),
                info.nativeLibrary(),
                MachineState.instructionSet(),
                resources.map(Resources::vm).orElse(""),
                arguments(resources),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                MachineInfo.cpu(),
                MachineState.governor(),
                loadBefore,
                MachineState.load(),
                resources.map(Resources::collections).orElse(null),
                resources.map(Resources::collectionMillis).orElse(null),
                resources
                        .map(Resources::minorFaults)
                        .filter(count -> count >= 0)
                        .orElse(null),
                resources
                        .map(Resources::majorFaults)
                        .filter(count -> count >= 0)
                        .orElse(null));
    }

    private static List<String> arguments(Optional<Resources> resources) {
        return resources.stream()
                .flatMap(all -> all.jvmArguments().stream())
                .filter(Objects::nonNull)
                .toList();
    }
}
