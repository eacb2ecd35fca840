package quartet.harness.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.contract.safetensors.Safetensors;

/**
 * Reads the files that a worker writes. Workers are not trusted: the kind and size of a file and the names and shapes
 * of its tensors are checked before any number is read.
 */
public final class Answers {
    private static final long HEADER_BYTES = 1 << 20;

    private Answers() {}

    /**
     * Reads the only tensor of a file.
     *
     * @throws BadAnswerException if the file is missing, damaged, too large or holds something else
     */
    public static Tensor tensor(Path file, String name, int... shape) throws BadAnswerException {
        return weights(file, Map.of(name, shape)).get(name);
    }

    /**
     * Reads all tensors of a file, in the order of the expected shapes.
     *
     * @throws BadAnswerException if the file is missing, damaged, too large or holds something else
     */
    public static Weights weights(Path path, Map<String, int[]> shapes) throws BadAnswerException {
        String file = String.valueOf(path.getFileName());
        try {
            checkSize(path, shapes);
            Safetensors content = Safetensors.open(path);
            if (!content.names().equals(shapes.keySet())) {
                throw new BadAnswerException(
                        file + ": expected tensors " + shapes.keySet() + ", but was " + content.names());
            }
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (Map.Entry<String, int[]> expected : shapes.entrySet()) {
                String name = expected.getKey();
                int[] shape = content.shape(name);
                if (!Arrays.equals(expected.getValue(), shape)) {
                    throw new BadAnswerException(file + ": expected " + name + " "
                            + Arrays.toString(expected.getValue()) + ", but was " + Arrays.toString(shape));
                }
                tensors.put(name, content.floats(name));
            }
            return new Weights(tensors);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new BadAnswerException(String.valueOf(e.getMessage()).replace(path.toString(), file));
        }
    }

    /**
     * Reads predictions, and checks that they are finite.
     *
     * @throws BadAnswerException if the file is missing, damaged, too large or holds something else
     */
    public static Tensor predictions(Path file, int... shape) throws BadAnswerException {
        Tensor predictions = tensor(file, "predictions", shape);
        for (float value : predictions.data()) {
            if (!Float.isFinite(value)) {
                throw new BadAnswerException(file.getFileName() + ": expected finite numbers, but was " + value);
            }
        }
        return predictions;
    }

    private static void checkSize(Path path, Map<String, int[]> shapes) throws IOException, BadAnswerException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadAnswerException(path.getFileName() + " is missing");
        }
        long largest = HEADER_BYTES;
        for (int[] shape : shapes.values()) {
            largest += 4L * Tensor.size(shape);
        }
        if (Files.size(path) > largest) {
            throw new BadAnswerException(
                    path.getFileName() + ": expected at most " + largest + " bytes, but was " + Files.size(path));
        }
    }
}
