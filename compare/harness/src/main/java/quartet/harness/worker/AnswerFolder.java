package quartet.harness.worker;

import java.io.File;
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
 * The folder of one worker's answers. The worker may be wrong or broken, so a file is checked for its kind and size, and
 * each tensor for its name and shape, before any number is read.
 */
public final class AnswerFolder {
    private static final long HEADER_BYTES = 1 << 20;
    private static final String SUFFIX = ".safetensors";

    private final Path folder;

    public AnswerFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The only tensor of {@code <name>.safetensors}, which has the file's name.
     *
     * @throws BadAnswerException if the file is missing, damaged, too large or holds something else
     */
    public Tensor tensor(String name, int... shape) throws BadAnswerException {
        return tensor(name, name, shape);
    }

    /**
     * The only tensor of {@code <file>.safetensors}.
     *
     * @throws BadAnswerException if the file is missing, damaged, too large or holds something else
     */
    public Tensor tensor(String file, String name, int... shape) throws BadAnswerException {
        return weights(file, Map.of(name, shape)).get(name);
    }

    /**
     * All tensors of {@code <file>.safetensors}, in the order of the expected shapes.
     *
     * @throws BadAnswerException if the file is missing, damaged, too large or holds something else
     */
    public Weights weights(String file, Map<String, int[]> shapes) throws BadAnswerException {
        Path path = folder.resolve(file + SUFFIX);
        try {
            checkSize(path, shapes);
            Safetensors content = Safetensors.open(path);
            if (!content.names().equals(shapes.keySet())) {
                throw new BadAnswerException(
                        file + SUFFIX + ": expected tensors " + shapes.keySet() + ", but was " + content.names());
            }
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (Map.Entry<String, int[]> expected : shapes.entrySet()) {
                String name = expected.getKey();
                int[] shape = content.shape(name);
                if (!Arrays.equals(expected.getValue(), shape)) {
                    throw new BadAnswerException(file + SUFFIX + ": expected " + name + " "
                            + Arrays.toString(expected.getValue()) + ", but was " + Arrays.toString(shape));
                }
                tensors.put(name, content.floats(name));
            }
            return new Weights(tensors);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new BadAnswerException(String.valueOf(e.getMessage()).replace(folder + File.separator, ""));
        }
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
