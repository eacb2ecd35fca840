package quartet.harness.run;

import java.nio.file.Path;
import java.util.List;
import quartet.contract.Tensor;
import quartet.contract.experiment.Scores;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerFolder;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.harness.Division;
import quartet.harness.Folders;
import quartet.harness.Settings;
import quartet.harness.outcome.Outcome;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Results.RunKey;
import quartet.harness.results.RunBuilder;
import quartet.harness.worker.Answers;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.WorkerResult;
import quartet.harness.worker.Workers;

/** One run of an engine's unmodified example. The harness computes the scores. */
final class IdiomaticRun {
    private final PreparedProject project;
    private final Workers workers;
    private final InstalledEngine engine;
    private final RunKey key;
    private final RunRecord record;
    private final WorkerFolder folder;

    IdiomaticRun(PreparedProject project, InstalledEngine engine, int round, Settings settings, Workers workers) {
        this.project = project;
        this.engine = engine;
        this.workers = workers;
        record = new RunRecord(project, settings);
        key = project.key(engine.name(), round, Division.IDIOMATIC);
        folder = new WorkerFolder(project.folder().resolve(engine.name() + "-idiomatic-" + round));
    }

    Run run(Path log) {
        WorkerResult result =
                workers.run(engine, project.job(key.engine(), List.of(Phase.EXAMPLE)), folder, log, event -> {});
        try {
            return result.ok() ? complete(result) : failed(result);
        } catch (BadAnswerException e) {
            return failed(result.refused(e));
        } finally {
            Folders.delete(folder.path());
        }
    }

    private Run failed(WorkerResult result) {
        return Run.failed(key, result.status(), result.reason(), result.stderr(), null, List.of());
    }

    private Run complete(WorkerResult result) throws BadAnswerException {
        WorkerEvent.ExampleTrained trained =
                TimedAnswers.only(result, WorkerEvent.ExampleTrained.class, "exampleTrained");
        TimedAnswers.check("exampleTrained.seconds", trained.seconds());
        WorkerEvent.Inference inference = TimedAnswers.inference(result);
        int epochs = project.experiment().training().epochs();
        Tensor predictions = Answers.predictions(folder.predictions(epochs), project.shapeOfPredictions());
        RunBuilder run = RunBuilder.of(key)
                .scores(Scores.of(project.experiment().data(), predictions))
                .trainSeconds(trained.seconds())
                .inference(Results.Inference.of(inference))
                .peakRssBytes(result.usage().peakRssBytes())
                .linesOfCode(engine.linesOfExample(project.project()).orElse(null));
        if (key.round() == 1) {
            run.outcome(Outcome.of(project.experiment().data(), predictions));
        }
        return record.complete(run.build(), result);
    }
}
