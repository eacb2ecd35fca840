package quartet.harness.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/** Computes correctly, then spoils the files of the answers before the worker reports that it is done. */
abstract class SpoilingEngine extends DelegatingEngine {
    private boolean created;

    SpoilingEngine(String name) {
        super(name);
    }

    /** Spoils the answers of the parity phase. */
    void spoilParity(Path folder) throws IOException {}

    /** Spoils the answers of a timed run. */
    void spoilTraining(Path folder) throws IOException {}

    /** Spoils when the first network is closed: it is the last one to be closed. */
    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        Learner learner = super.create(spec, training, initial);
        if (created) {
            return learner;
        }
        created = true;
        return new DelegatingLearner(learner) {
            @Override
            public void close() {
                super.close();
                try {
                    if (Files.readString(folder().resolve("job.json")).contains("\"PROBE\"")) {
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
