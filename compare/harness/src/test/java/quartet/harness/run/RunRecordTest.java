package quartet.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.EngineInfo;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.contract.worker.ExperimentFiles;
import quartet.contract.worker.WorkerEvent;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.process.Usage;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Results.RunKey;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.WorkerResult;

class RunRecordTest {
    private static final Settings SETTINGS = new Settings(
            List.of(Project.CLASSIFICATION),
            List.of(),
            Scale.SMOKE,
            "",
            1,
            1,
            1,
            42,
            60,
            "1g",
            List.of(Division.IDIOMATIC),
            0,
            1);
    private static final Run RUN = Run.failed(
            new RunKey("classification", "iris", "scratch", 1, Division.IDIOMATIC),
            Status.OK,
            "",
            List.of(),
            null,
            List.of());

    private final PreparedProject project;

    RunRecordTest(@TempDir Path work) {
        project = PreparedProject.smallest(SETTINGS, work);
    }

    private Run complete(int threads, Map<String, Double> cpuSeconds) throws BadAnswerException {
        EngineInfo info = new EngineInfo("scratch", "Quartet 1", "none", "cpu", threads, List.of());
        List<WorkerEvent> events = List.of(
                new WorkerEvent.Ready(info, "17"),
                new WorkerEvent.Resources(1, 2, 3, 4, -1, -1, "VM", List.of("-Xmx1g")),
                new WorkerEvent.Phases(Map.of("start", 1.0, "training", 2.0, "evaluation", 4.0), cpuSeconds));
        WorkerResult result = new WorkerResult(Status.OK, "", List.of(), events, new Usage(1, 7, null, null));
        return new RunRecord(project, SETTINGS).complete(RUN, result);
    }

    @Test
    void aRunThatKeepsTheRulesHasNoMark() throws BadAnswerException {
        Run run = complete(1, Map.of("start", 0.5, "training", 2.5));
        assertThat(run.broken()).isEmpty();
        assertThat(run.toModelSeconds()).isEqualTo(3);
        assertThat(run.cost()).isNotNull();
        assertThat(run.cost().toModelCpuSeconds()).isEqualTo(3);
        assertThat(run.receipt()).isNotNull();
        assertThat(run.receipt().minorFaults()).isNull();
        assertThat(run.receipt().rowsSeen()).isNull();
        assertThat(run.receipt().jvmArguments()).containsExactly("-Xmx1g");
    }

    @Test
    void threadsThatWereNotAskedForAreNamed() throws BadAnswerException {
        assertThat(complete(2, Map.of()).broken()).containsExactly("threads read back: expected 1, but was 2");
    }

    @Test
    void aWorkerThatChangesTheDataIsNamed() throws BadAnswerException, IOException {
        Files.writeString(ExperimentFiles.data(project.folder()), "other data");
        assertThat(complete(1, Map.of()).broken()).containsExactly("the worker changed a file of the experiment");
    }

    @Test
    void timesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> complete(1, Map.of("training", -1.0)))
                .isInstanceOf(BadAnswerException.class)
                .hasMessage("phases.cpuSeconds.training: expected a number of 0 or more, but was -1.0");
    }
}
