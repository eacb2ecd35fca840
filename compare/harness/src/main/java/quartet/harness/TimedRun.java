package quartet.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quartet.contract.EngineInfo;
import quartet.contract.Tensor;
import quartet.contract.experiment.Scores;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerJob;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.harness.Results.Run;
import quartet.harness.Results.RunKey;

/** One measured run of one engine: cold start, training, inference. The harness computes the scores. */
final class TimedRun {
    private final PreparedProject project;
    private final WorkerProcess process;
    private final RunKey key;
    private final Path folder;

    TimedRun(PreparedProject project, InstalledEngine engine, int round, Settings settings) {
        this.project = project;
        process = new WorkerProcess(engine, settings);
        key = new RunKey(project.project().title(), project.dataset(), engine.name(), round);
        folder = project.folder().resolve(engine.name() + "-" + round);
    }

    Run run(Path log, Optional<Results.Parity> parity, Progress progress) {
        int budget = project.experiment().training().epochs();
        WorkerJob job = project.job(key.engine(), List.of(Phase.COLD_START, Phase.TRAIN, Phase.INFERENCE));
        WorkerResult result = process.run(job, folder, log, event -> {
            if (event instanceof WorkerEvent.Epoch epoch) {
                progress.detail("epoch " + epoch.epoch() + "/" + budget);
            }
        });
        List<String> deviations = result.first(WorkerEvent.Ready.class)
                .map(WorkerEvent.Ready::engine)
                .map(EngineInfo::deviations)
                .orElse(List.of());
        if (!result.ok()) {
            return Run.failed(key, result, parity.orElse(null), deviations);
        }
        try {
            return complete(result, parity, deviations);
        } catch (BadAnswerException e) {
            return Run.failed(key, result.refused(e), parity.orElse(null), deviations);
        }
    }

    private Run complete(WorkerResult result, Optional<Results.Parity> parity, List<String> deviations)
            throws BadAnswerException {
        TimedAnswers answers = TimedAnswers.of(result);
        List<Results.Epoch> epochs = new ArrayList<>();
        Map<String, Double> scores = Map.of();
        for (WorkerEvent.Epoch epoch :
                answers.epochs(project.experiment().training().epochs())) {
            scores = Scores.of(project.experiment().data(), predictions(epoch.epoch()));
            double main = scores.values().iterator().next();
            epochs.add(new Results.Epoch(epoch.loss(), epoch.seconds(), main));
        }
        WorkerEvent.Inference inference = answers.inference();
        return new Run(
                key.project(),
                key.dataset(),
                key.engine(),
                key.round(),
                result.status(),
                "",
                List.of(),
                scores,
                epochs,
                answers.trained().seconds(),
                answers.trained().stepMillis(),
                new Results.Inference(inference.p50Micros(), inference.p99Micros(), inference.rowsPerSecond()),
                answers.coldStart().seconds(),
                result.peakRssBytes(),
                parity.orElse(null),
                deviations);
    }

    private Tensor predictions(int epoch) throws BadAnswerException {
        int[] shape = {
            project.experiment().data().test().rows(),
            project.experiment().spec().outputs()
        };
        String file = "predictions-" + epoch;
        Tensor predictions = new AnswerFolder(folder).tensor(file, "predictions", shape);
        for (float value : predictions.data()) {
            if (!Float.isFinite(value)) {
                throw new BadAnswerException(file + ".safetensors: expected finite numbers, but was " + value);
            }
        }
        return predictions;
    }
}
