package quartet.harness.run;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerFolder;
import quartet.contract.worker.WorkerJob;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.harness.Division;
import quartet.harness.Folders;
import quartet.harness.Settings;
import quartet.harness.model.ModelFolder;
import quartet.harness.outcome.Outcome;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Results.RunKey;
import quartet.harness.results.RunBuilder;
import quartet.harness.results.StepParts;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.WorkerResult;
import quartet.harness.worker.Workers;

/** One measured run of one engine: cold start, training, inference. The harness computes the scores. */
final class TimedRun {
    private final PreparedProject project;
    private final Workers workers;
    private final InstalledEngine engine;
    private final int threads;
    private final RunKey key;
    private final RunRecord record;
    private final WorkerFolder folder;
    private final Optional<ModelFolder> kept;

    /**
     * Prepares a run.
     *
     * @param kept the folder that keeps the trained network; empty if it is not kept
     */
    TimedRun(
            PreparedProject project,
            InstalledEngine engine,
            int round,
            Settings settings,
            Workers workers,
            Optional<ModelFolder> kept) {
        this.kept = kept;
        threads = settings.threads();
        this.project = project;
        this.engine = engine;
        this.workers = workers;
        record = new RunRecord(project, settings);
        key = project.key(engine.name(), round, Division.STRICT);
        folder = new WorkerFolder(project.folder().resolve(engine.name() + "-" + round));
    }

    /**
     * Runs the whole training.
     *
     * @param judged the outcome of the parity check, whose losses this training must repeat
     */
    Run run(Path log, ParityRun.Outcome judged, Progress progress) {
        Optional<Results.Parity> parity = judged.parity();
        int budget = project.experiment().training().epochs();
        WorkerJob job = project.job(key.engine(), phases());
        EpochScores scores = new EpochScores(folder, project.experiment());
        WorkerResult result = workers.run(engine, job, folder, log, event -> {
            if (event instanceof WorkerEvent.Epoch epoch) {
                progress.detail(
                        String.format(Locale.ROOT, "epoch %d/%d  loss %.4f", epoch.epoch(), budget, epoch.loss()),
                        (double) epoch.epoch() / budget);
                scores.add(epoch);
            }
        });
        try {
            return result.ok() ? complete(result, scores, judged) : failed(result, parity);
        } catch (BadAnswerException e) {
            return failed(result.refused(e), parity);
        } finally {
            Folders.delete(folder.path()); // Predictions of many epochs can fill a disk.
        }
    }

    private List<Phase> phases() {
        return kept.isPresent()
                ? List.of(Phase.COLD_START, Phase.TRAIN, Phase.INFERENCE, Phase.SAVE, Phase.STEP_PARTS)
                : List.of(Phase.COLD_START, Phase.TRAIN, Phase.INFERENCE, Phase.STEP_PARTS);
    }

    private Run failed(WorkerResult result, Optional<Results.Parity> parity) {
        return Run.failed(
                key, result.status(), result.reason(), result.stderr(), parity.orElse(null), result.deviations());
    }

    private Run complete(WorkerResult result, EpochScores scores, ParityRun.Outcome judged) throws BadAnswerException {
        TimedAnswers answers = TimedAnswers.of(result);
        answers.checkEpochs(project.experiment().training().epochs());
        new RunCheck(project.experiment(), threads).check(result, answers, folder, judged.losses());
        scores.finish();
        keep(scores);
        WorkerEvent.StepParts parts = answers.stepParts();
        RunBuilder run = RunBuilder.of(key)
                .scores(scores.last())
                .epochs(scores.epochs())
                .trainSeconds(answers.trained().seconds())
                .stepMillis(answers.trained().stepMillis())
                .inference(Results.Inference.of(answers.inference()))
                .coldStartSeconds(answers.coldStart().seconds())
                .firstPredictionMillis(answers.coldStart().predictionMillis())
                .stepParts(new StepParts(
                        parts.selectMicros(),
                        parts.predictMicros(),
                        parts.gradientsMicros(),
                        parts.weightsMicros(),
                        parts.stepMicros()))
                .peakRssBytes(result.usage().peakRssBytes())
                .parity(judged.parity().orElse(null))
                .deviations(result.deviations())
                .linesOfCode(engine.linesOfExample(project.project()).orElse(null));
        if (key.round() == 1) {
            scores.lastPredictions()
                    .map(last -> Outcome.of(project.experiment().data(), last))
                    .ifPresent(run::outcome);
        }
        return record.complete(run.build(), result);
    }

    private void keep(EpochScores scores) throws BadAnswerException {
        if (kept.isEmpty() || scores.lastPredictions().isEmpty()) {
            return;
        }
        if (!Files.isDirectory(folder.model(), LinkOption.NOFOLLOW_LINKS)) {
            throw new BadAnswerException("the saved network is missing");
        }
        kept.get()
                .keep(
                        project.network(key.engine()),
                        folder.model(),
                        scores.lastPredictions().get());
    }
}
