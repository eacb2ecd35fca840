package quartet.harness.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quartet.contract.EngineInfo;
import quartet.contract.TrainingSpec;
import quartet.contract.experiment.Experiment;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.contract.worker.Latency;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerFolder;
import quartet.datasets.Datasets;
import quartet.datasets.PreparedData;
import quartet.harness.Status;
import quartet.harness.process.Usage;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.WorkerResult;

/** Iris has 120 training rows: 2 batches of 60 in each of 2 epochs. */
class RunCheckTest {
    private static final int STEPS = 4;

    private static Experiment experiment() {
        PreparedData iris = Datasets.load(Project.CLASSIFICATION.dataset(Scale.SMOKE), 42);
        return Experiment.of(Project.CLASSIFICATION, iris, TrainingSpec.adam(2, 60), 42);
    }

    private static void check(int steps, double seconds, double wall, @Nullable Double busyThreads)
            throws BadAnswerException {
        EngineInfo info = new EngineInfo("engine", "framework", "library", "cpu", 1, List.of());
        WorkerResult result = new WorkerResult(
                Status.OK,
                "",
                List.of(),
                List.of(
                        new WorkerEvent.Ready(info, "17"),
                        new WorkerEvent.ColdStart(0.1, 2),
                        new WorkerEvent.Epoch(1, 1, 1),
                        new WorkerEvent.Epoch(2, 0.5, 1),
                        new WorkerEvent.Trained(seconds, steps, 1),
                        new WorkerEvent.Inference(1, 2, 3, new Latency(1, 1, 1, 1, 2, 2)),
                        new WorkerEvent.StepParts(9, 1, 10, 40, 5, 50)),
                new Usage(1, wall, busyThreads, null));
        new RunCheck(experiment(), 1)
                .check(result, TimedAnswers.of(result), new WorkerFolder(Path.of("none")), Optional.empty());
    }

    @Test
    void acceptsAnHonestRun() {
        assertThatCode(() -> check(STEPS, 2, 3, 1.2)).doesNotThrowAnyException();
        assertThatCode(() -> check(STEPS, 2, 3, null)).doesNotThrowAnyException();
    }

    @Test
    void seesAHiddenThread() {
        assertThatThrownBy(() -> check(STEPS, 2, 3, 1.9))
                .hasMessage("expected at most 1 busy threads, but 1.9 were busy while it trained");
    }

    @Test
    void doesNotBelieveAClockThatDisagreesWithTheProcessOrTheEpochs() {
        assertThatThrownBy(() -> check(STEPS, 2, 1.5, null))
                .hasMessage("training of 2.000 s does not fit epochs of 2.000 s in a process of 1.500 s");
        assertThatThrownBy(() -> check(STEPS, 0.2, 3, null))
                .hasMessage("training of 0.200 s does not fit epochs of 2.000 s in a process of 3.000 s");
    }

    @Test
    void countsTheSteps() {
        assertThatThrownBy(() -> check(STEPS - 1, 2, 3, null)).hasMessage("expected 4 steps, but were 3");
    }
}
