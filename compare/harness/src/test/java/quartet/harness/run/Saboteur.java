package quartet.harness.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import quartet.contract.Batch;
import quartet.contract.Engine;
import quartet.contract.EngineInfo;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.datasets.Features;

/** An engine that is correct while parity judges it and cheats while it is timed. */
final class Saboteur implements Engine {
    private static final int EARLY = 20;
    private static final int LATE = 100;

    private final Engine honest;
    private final Trick trick;
    private final boolean timed;
    private final Path folder;

    /** What the engine does otherwise while it is timed. */
    enum Trick {
        SKIPPED_STEPS,
        FEWER_ROWS,
        DOUBLED_LEARNING_RATE,
        FROZEN_EARLY,
        FROZEN_LATE,
        COPIED_ANSWERS,
        CONSTANT_PREDICTIONS,
        EMPTY_PREDICTIONS,
        NAN_PREDICTIONS,
        NAN_LOSS,
        FALSE_TIME,
        EXTRA_EPOCH,
        FALSE_THREAD_COUNT
    }

    Saboteur(String name, Trick trick, boolean timed, Path folder) {
        honest = new ReferenceEngine(name);
        this.trick = trick;
        this.timed = timed;
        this.folder = folder;
    }

    @Override
    public EngineInfo info() {
        EngineInfo info = honest.info();
        int threads = timed && trick == Trick.FALSE_THREAD_COUNT ? 2 : info.threads();
        return new EngineInfo(
                info.name(), info.framework(), info.nativeLibrary(), info.device(), threads, info.deviations());
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        if (!timed) {
            return honest.create(spec, training, initial);
        }
        TrainingSpec used = trick == Trick.DOUBLED_LEARNING_RATE
                ? new TrainingSpec(
                        training.epochs(),
                        training.batchSize(),
                        2 * training.learningRate(),
                        training.beta1(),
                        training.beta2(),
                        training.epsilon())
                : training;
        return new CheatingLearner(honest.create(spec, used, initial), spec);
    }

    @Override
    public Learner load(ModelSpec spec, TrainingSpec training, Path directory) {
        return honest.load(spec, training, directory);
    }

    private final class CheatingLearner implements Learner {
        private final Learner learner;
        private final ModelSpec spec;
        private int steps;

        CheatingLearner(Learner learner, ModelSpec spec) {
            this.learner = learner;
            this.spec = spec;
        }

        @Override
        public float trainBatch(Batch batch) {
            steps++;
            boolean frozen = (trick == Trick.FROZEN_EARLY && steps > EARLY)
                    || (trick == Trick.FROZEN_LATE && steps > LATE)
                    || (trick == Trick.SKIPPED_STEPS && steps % 2 == 0);
            if (frozen) {
                return 0.5f;
            }
            if (trick == Trick.FEWER_ROWS) {
                int[] rows = new int[(batch.rows() + 1) / 2];
                Arrays.setAll(rows, i -> i);
                return learner.trainBatch(new Batch(
                        batch.features().select(rows, 0, rows.length),
                        batch.targets().select(rows, 0, rows.length)));
            }
            float loss = learner.trainBatch(batch);
            return trick == Trick.NAN_LOSS ? Float.NaN : loss;
        }

        @Override
        public Tensor predict(Features features) {
            Tensor predictions = learner.predict(features);
            return switch (trick) {
                case CONSTANT_PREDICTIONS -> Tensor.of(new float[predictions.size()], predictions.shape());
                case COPIED_ANSWERS -> copied(predictions);
                case EMPTY_PREDICTIONS -> Tensor.of(new float[0], 0, spec.outputs());
                case NAN_PREDICTIONS -> {
                    predictions.data()[0] = Float.NaN;
                    yield predictions;
                }
                default -> predictions;
            };
        }

        /** Looks for what the reference left behind, and guesses if there is nothing. */
        private Tensor copied(Tensor own) {
            for (String name : List.of("scratch-1", "parity-scratch")) {
                Path file = folder.resolveSibling(name).resolve("predictions-60.safetensors");
                if (Files.exists(file)) {
                    return own;
                }
            }
            return Tensor.of(new float[own.size()], own.shape());
        }

        @Override
        public Weights gradients(Batch batch) {
            return learner.gradients(batch);
        }

        @Override
        public Weights weights() {
            return learner.weights();
        }

        @Override
        public void save(Path directory) {
            learner.save(directory);
        }

        @Override
        public void close() {
            learner.close();
            if (trick == Trick.FALSE_TIME) {
                report("{\"event\":\"trained\",\"seconds\":0.001,\"steps\":120,\"stepMillis\":0.001}");
            } else if (trick == Trick.EXTRA_EPOCH) {
                report("{\"event\":\"epoch\",\"epoch\":61,\"loss\":0,\"seconds\":0}");
            }
        }

        private void report(String line) {
            try {
                Files.writeString(folder.resolve("events.jsonl"), line + "\n", StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
