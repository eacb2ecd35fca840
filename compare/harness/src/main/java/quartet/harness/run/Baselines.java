package quartet.harness.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TextSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.experiment.Experiment;
import quartet.contract.experiment.Scores;
import quartet.contract.worker.WorkerFolder;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;
import quartet.datasets.Targets;
import quartet.harness.baseline.TableBaselines;
import quartet.harness.results.Results.Baseline;
import quartet.harness.worker.Answers;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.WorkerResult;
import quartet.harness.worker.Workers;

/**
 * Computes the baselines that a network has to beat: a constant prediction (the majority class or the mean of the
 * training set), and models of the same inputs. For tables these are the {@link TableBaselines}. Images and texts have
 * too many inputs for them. There the linear model is the network without its hidden layers, trained by the
 * from-scratch engine. Small data sets get more epochs than the network, so that the linear model comes close to its
 * optimum.
 */
final class Baselines {
    private static final int STEPS = 2000;
    private static final double LEARNING_RATE = 0.01;

    private final InstalledEngine engine;
    private final Workers workers;
    private final Path logs;

    Baselines(InstalledEngine engine, Workers workers, Path logs) {
        this.engine = engine;
        this.workers = workers;
        this.logs = logs;
    }

    /**
     * Returns all baselines. The linear one of images and texts is missing if its worker failed; the log contains the
     * reason.
     */
    List<Baseline> run(PreparedProject project) {
        PreparedData data = project.experiment().data();
        boolean classes = !data.classes().isEmpty();
        List<Baseline> baselines = new ArrayList<>();
        baselines.add(baseline(project, classes ? "majority class" : "mean", trivial(data)));
        if (TableBaselines.accept(data)) {
            TableBaselines.predictions(data, project.seed())
                    .forEach((name, predictions) ->
                            baselines.add(baseline(project, name, Scores.of(data, predictions))));
            return baselines;
        }
        String name = classes ? "logistic regression" : "linear regression";
        Map<String, Double> scores = linear(project);
        if (!scores.isEmpty()) {
            baselines.add(baseline(project, name, scores));
        }
        return baselines;
    }

    private static Baseline baseline(PreparedProject project, String name, Map<String, Double> scores) {
        return new Baseline(project.project().title(), project.dataset(), name, new LinkedHashMap<>(scores));
    }

    /** Returns the mean scores of each baseline over the seeds. */
    static List<Baseline> means(List<Baseline> all) {
        Map<List<String>, List<Baseline>> groups = new LinkedHashMap<>();
        for (Baseline baseline : all) {
            groups.computeIfAbsent(
                            List.of(baseline.project(), baseline.dataset(), baseline.name()), key -> new ArrayList<>())
                    .add(baseline);
        }
        List<Baseline> means = new ArrayList<>();
        for (List<Baseline> group : groups.values()) {
            Map<String, Double> scores = new LinkedHashMap<>();
            for (Baseline baseline : group) {
                baseline.scores().forEach((name, score) -> scores.merge(name, score / group.size(), Double::sum));
            }
            Baseline first = group.get(0);
            means.add(new Baseline(first.project(), first.dataset(), first.name(), scores));
        }
        return means;
    }

    static Map<String, Double> trivial(PreparedData data) {
        int rows = data.test().rows();
        if (data.train().targets() instanceof Targets.Classes classes) {
            int[] counts = new int[classes.classes()];
            for (int label : classes.labels()) {
                counts[label]++;
            }
            float[] logits = new float[rows * counts.length];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = counts[i % counts.length];
            }
            return Scores.of(data, Tensor.of(logits, rows, counts.length));
        }
        float[] means = new float[rows]; // Targets are standardized, so the mean of the training set is 0.
        return Scores.of(data, Tensor.of(means, rows, 1));
    }

    private Map<String, Double> linear(PreparedProject project) {
        Experiment experiment = project.experiment();
        ModelSpec spec = linearSpec(experiment);
        TrainingSpec training = budget(experiment);
        PreparedProject flat = project.with(flattened(experiment.data()), spec, training, "linear");
        WorkerFolder folder = new WorkerFolder(flat.folder().resolve("run"));
        Path log = logs.resolve(project.project().title() + "-linear.log");
        WorkerResult result =
                workers.run(engine, flat.job(engine.name(), List.of(Phase.TRAIN)), folder, log, event -> {});
        if (!result.ok()) {
            return Map.of();
        }
        try {
            int[] shape = {experiment.data().test().rows(), spec.outputs()};
            Tensor last = Answers.tensor(folder.predictions(training.epochs()), "predictions", shape);
            return Scores.of(experiment.data(), last);
        } catch (BadAnswerException e) {
            return Map.of();
        }
    }

    private static TrainingSpec budget(Experiment experiment) {
        TrainingSpec own = experiment.training();
        int stepsPerEpoch = Math.max(1, experiment.data().train().rows() / own.batchSize());
        int epochs = Math.max(own.epochs(), STEPS / stepsPerEpoch);
        return new TrainingSpec(epochs, own.batchSize(), LEARNING_RATE, own.beta1(), own.beta2(), own.epsilon());
    }

    private static ModelSpec linearSpec(Experiment experiment) {
        ModelSpec spec = experiment.spec();
        if (spec instanceof TextSpec text) {
            return new TextSpec(text.vocabulary(), text.length(), text.dimension(), List.of(), text.classes());
        }
        int inputs = experiment.data().train().features().asValues().rowSize();
        return spec instanceof MlpSpec mlp
                ? new MlpSpec(inputs, List.of(), mlp.outputs(), mlp.objective())
                : MlpSpec.classifier(inputs, List.of(), spec.outputs());
    }

    /** Flattens images to rows of a table. */
    private static PreparedData flattened(PreparedData data) {
        return new PreparedData(
                data.dataset(),
                data.kind(),
                flattened(data.train()),
                flattened(data.test()),
                data.classes(),
                data.targetScale(),
                data.vocabulary());
    }

    private static Examples flattened(Examples examples) {
        if (examples.features() instanceof Features.Values values) {
            int[] shape = {values.rows(), values.rowSize()};
            return new Examples(new Features.Values(shape, values.data()), examples.targets());
        }
        return examples;
    }
}
