package quartet.harness.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.safetensors.Safetensors;
import quartet.contract.safetensors.SafetensorsWriter;

/** The ways in which a worker's answers can be unusable, each as an engine. */
public final class SpoilingEngines {
    private SpoilingEngines() {}

    /** Reports a line that is not JSON, and that would clear a terminal. */
    public static final class Garbage extends SpoilingEngine {
        public Garbage() {
            super("garbage");
        }

        @Override
        void spoilParity(Path folder) throws IOException {
            report(folder, "\u001b[2Jnot JSON");
        }
    }

    /** Reports an event that does not exist. */
    public static final class UnknownEvent extends SpoilingEngine {
        public UnknownEvent() {
            super("unknown-event");
        }

        @Override
        void spoilTraining(Path folder) throws IOException {
            report(folder, "{\"event\":\"dance\"}");
        }
    }

    /** Deletes an answer of the parity phase. */
    public static final class MissingTensor extends SpoilingEngine {
        public MissingTensor() {
            super("missing-tensor");
        }

        @Override
        void spoilParity(Path folder) throws IOException {
            Files.delete(folder.resolve("probe-0-0.safetensors"));
        }
    }

    /** Gives a gradient another name. */
    public static final class RenamedTensor extends SpoilingEngine {
        public RenamedTensor() {
            super("renamed-tensor");
        }

        @Override
        void spoilParity(Path folder) {
            Path file = folder.resolve("probe-0-0.safetensors");
            Map<String, Tensor> renamed = new LinkedHashMap<>();
            Safetensors.open(file)
                    .weights()
                    .asMap()
                    .forEach((name, tensor) -> renamed.put(name.replace("gradient.output", "gradient.last"), tensor));
            SafetensorsWriter.write(file, renamed);
        }
    }

    /** Transposes the predictions of the second epoch. */
    public static final class MisshapedTensor extends SpoilingEngine {
        public MisshapedTensor() {
            super("misshaped-tensor");
        }

        @Override
        void spoilTraining(Path folder) {
            Path file = folder.resolve("predictions-2.safetensors");
            Tensor predictions = Safetensors.open(file).floats("predictions");
            SafetensorsWriter.write(file, Map.of("predictions", predictions.transposed()));
        }
    }

    /** Cuts the predictions of the second epoch. */
    public static final class CutFile extends SpoilingEngine {
        public CutFile() {
            super("cut-file");
        }

        @Override
        void spoilTraining(Path folder) throws IOException {
            Path file = folder.resolve("predictions-2.safetensors");
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        }
    }

    /** Deletes the predictions of the first epoch. */
    public static final class MissingEpoch extends SpoilingEngine {
        public MissingEpoch() {
            super("missing-epoch");
        }

        @Override
        void spoilTraining(Path folder) throws IOException {
            Files.delete(folder.resolve("predictions-1.safetensors"));
        }
    }

    /** Reports that it is done and computes nothing. */
    public static final class DoneOnly extends SpoilingEngine {
        public DoneOnly() {
            super("done-only");
        }

        @Override
        public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
            return end();
        }

        @Override
        public Learner load(ModelSpec spec, TrainingSpec training, Path directory) {
            return end();
        }

        private static Learner end() {
            try {
                report(folder(), "{\"event\":\"done\"}");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            Runtime.getRuntime().halt(0);
            throw new IllegalStateException("halted");
        }
    }

    /** Deletes its own folder and the data that every worker reads. */
    public static final class DeletedFolder extends SpoilingEngine {
        public DeletedFolder() {
            super("deleted-folder");
        }

        @Override
        void spoilTraining(Path folder) throws IOException {
            try (Stream<Path> files = Files.walk(folder.getParent())) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Prints 2 GB, then fails. */
    public static final class Noise extends SpoilingEngine {
        private static final int MEGABYTES = 2048;

        public Noise() {
            super("noise");
        }

        @Override
        public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
            byte[] lines = new byte[1 << 20];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = (byte) (i % 100 == 99 ? '\n' : 'x');
            }
            for (int i = 0; i < MEGABYTES; i++) {
                System.out.write(lines, 0, lines.length);
            }
            System.out.println("the last line");
            throw new IllegalStateException("failed after 2 GB of output");
        }
    }

    /** Reports the same epoch until the file of events is too large. */
    public static final class EventFlood extends SpoilingEngine {
        private static final int LINES = 200_000;
        private static final int TIMES = 50;

        public EventFlood() {
            super("event-flood");
        }

        @Override
        void spoilTraining(Path folder) throws IOException {
            String lines = "{\"event\":\"epoch\",\"epoch\":3,\"loss\":0,\"seconds\":0}\n".repeat(LINES);
            for (int i = 0; i < TIMES; i++) {
                report(folder, lines.stripTrailing());
            }
        }
    }
}
