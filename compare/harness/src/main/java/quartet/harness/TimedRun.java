package quartet.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quartet.contract.EngineInfo;
import quartet.contract.Tensor;
import quartet.contract.experiment.Scores;
import quartet.contract.safetensors.Safetensors;
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
        return complete(result, parity, deviations);
    }

    private Run complete(WorkerResult result, Optional<Results.Parity> parity, List<String> deviations) {
        List<Results.Epoch> epochs = new ArrayList<>();
        Map<String, Double> scores = Map.of();
        for (WorkerEvent.Epoch epoch : result.all(WorkerEvent.Epoch.class).toList()) {
            Path file = folder.resolve("predictions-" + epoch.epoch() + ".safetensors");
            Tensor predictions = Safetensors.open(file).floats("predictions");
            scores = Scores.of(project.experiment().data(), predictions);
            double main = scores.values().iterator().next();
            epochs.add(new Results.Epoch(epoch.loss(), epoch.seconds(), main));
        }
        WorkerEvent.Trained trained = result.first(WorkerEvent.Trained.class).orElseThrow();
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
                trained.seconds(),
                trained.stepMillis(),
                result.first(WorkerEvent.Inference.class)
                        .map(i -> new Results.Inference(i.p50Micros(), i.p99Micros(), i.rowsPerSecond()))
                        .orElse(null),
                result.first(WorkerEvent.ColdStart.class)
                        .map(WorkerEvent.ColdStart::seconds)
                        .orElse(null),
                result.peakRssBytes(),
                parity.orElse(null),
                deviations);
    }
}
