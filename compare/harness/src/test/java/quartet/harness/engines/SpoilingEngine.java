package quartet.harness.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import quartet.contract.Batch;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/** Computes correctly, then spoils the files of the answers before the worker reports that it is done. */
abstract class SpoilingEngine extends DelegatingEngine {
    SpoilingEngine(String name) {
        super(name);
    }

    /** Spoils the answers of the parity phase. */
    void spoilParity(Path folder) throws IOException {}

    /** Spoils the answers of a timed run. */
    void spoilTraining(Path folder) throws IOException {}

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        return new DelegatingLearner(super.create(spec, training, initial)) {
            private boolean parity;

            @Override
            public Weights gradients(Batch batch) {
                parity = true; // Only this phase asks for gradients.
                return super.gradients(batch);
            }

            @Override
            public void close() {
                super.close();
                try {
                    if (parity) {
                        spoilParity(folder());
                    } else {
                        spoilTraining(folder());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** The argument of the worker's main class. */
    static Path folder() {
        String command = System.getProperty("sun.java.command");
        return Path.of(command.substring(command.indexOf(' ') + 1));
    }

    static void report(Path folder, String line) throws IOException {
        Files.writeString(
                folder.resolve("events.jsonl"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
