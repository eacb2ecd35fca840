package quartet.scratch.nn.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Buffer;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.training.SafetensorsHeader.Entry;
import quartet.scratch.tensor.Tensor;

/**
 * Saves and loads the numbers of a network as a file in the safetensors format, which Python reads too.
 * <pre>{@code 8 bytes: n, little-endian | n bytes: header, padded with blanks | the numbers, little-endian, row-major }</pre>
 * The file contains the parameters and the buffers, such as running statistics, by name, and no layers: loading needs
 * a network of the same layers. Numbers have the type of the tensor, F32 or F64, and are converted if a network of the
 * other precision loads them. Source: the description of the format at github.com/huggingface/safetensors.
 */
public final class NetworkFile {
    private static final int PREFIX = Long.BYTES;

    private NetworkFile() {}

    /**
     * Writes the parameters and buffers of a network, and creates missing directories. A file that exists is replaced
     * when the new one is complete.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void save(Layer network, Path file) {
        Require.notNull("NetworkFile", "network", network);
        Require.notNull("NetworkFile", "file", file);
        byte[] bytes = bytes(tensors(network));
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Path temporary = file.resolveSibling(file.getFileName() + ".part");
            Files.write(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the parameters and buffers of a network. If the file is not suitable, the network does not change.
     *
     * @return the given network
     * @throws UncheckedIOException if the file cannot be read, is damaged or contains other tensors than the network
     */
    public static <N extends Layer> N load(N network, Path file) {
        Require.notNull("NetworkFile", "network", network);
        Require.notNull("NetworkFile", "file", file);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            Map<String, Entry> entries = SafetensorsHeader.read(header(bytes));
            ByteBuffer numbers = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
            List<Buffer> tensors = tensors(network);
            check(tensors, entries, numbers.capacity());
            for (Buffer tensor : tensors) {
                read(entry(entries, tensor), numbers, tensor.value());
            }
            return network;
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<Buffer> tensors(Layer network) {
        Stream<Buffer> parameters =
                network.parameters().stream().map(parameter -> new Buffer(parameter.name(), parameter.value()));
        return Stream.concat(parameters, network.buffers().stream()).toList();
    }

    private static byte[] bytes(List<Buffer> tensors) {
        byte[] json = SafetensorsHeader.write(tensors).getBytes(StandardCharsets.UTF_8);
        // The format aligns the numbers to 8 bytes.
        byte[] header = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(header, json.length, header.length, (byte) ' ');
        long size = (long) PREFIX + header.length;
        for (Buffer tensor : tensors) {
            size += (long) SafetensorsHeader.bytes(SafetensorsHeader.dtype(tensor))
                    * tensor.value().size();
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length).put(header);
        for (Buffer tensor : tensors) {
            boolean single = SafetensorsHeader.dtype(tensor).equals("F32");
            Tensor value = tensor.value();
            for (int i = 0; i < value.size(); i++) {
                if (single) {
                    bytes.putFloat((float) value.get(i));
                } else {
                    bytes.putDouble(value.get(i));
                }
            }
        }
        return bytes.array();
    }

    /** Reads the header and moves the buffer behind it. */
    private static String header(ByteBuffer bytes) throws IOException {
        long length = bytes.remaining() < PREFIX ? -1 : bytes.getLong();
        if (length < 0 || length > bytes.remaining()) {
            throw new IOException("expected a safetensors file, but its " + bytes.capacity()
                    + " bytes do not start with the length of a header");
        }
        byte[] header = new byte[(int) length];
        bytes.get(header);
        return new String(header, StandardCharsets.UTF_8);
    }

    private static void check(List<Buffer> tensors, Map<String, Entry> entries, int available) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        tensors.forEach(tensor -> names.add(tensor.name()));
        if (!names.equals(entries.keySet())) {
            throw new IOException("expected the tensors " + names + ", but was " + new TreeSet<>(entries.keySet()));
        }
        for (Buffer tensor : tensors) {
            Entry entry = entry(entries, tensor);
            List<Integer> shape = Arrays.stream(tensor.value().shape()).boxed().toList();
            if (!entry.shape().equals(shape)) {
                throw new IOException(
                        "expected " + tensor.name() + " of shape " + shape + ", but was " + entry.shape());
            }
            int bytes = SafetensorsHeader.bytes(entry.dtype());
            if (bytes == 0) {
                throw new IOException("expected " + tensor.name() + " as F32 or F64, but was " + entry.dtype());
            }
            long length = (long) bytes * tensor.value().size();
            if (entry.to() - entry.from() != length || entry.to() > available) {
                throw new IOException("expected " + length + " bytes of " + tensor.name() + ", but was [" + entry.from()
                        + ", " + entry.to() + ") of " + available);
            }
        }
    }

    private static Entry entry(Map<String, Entry> entries, Buffer tensor) throws IOException {
        Entry entry = entries.get(tensor.name());
        if (entry == null) {
            throw new IOException("expected a tensor " + tensor.name() + ", but was none");
        }
        return entry;
    }

    private static void read(Entry entry, ByteBuffer numbers, Tensor value) {
        int from = (int) entry.from();
        boolean single = entry.dtype().equals("F32");
        for (int i = 0; i < value.size(); i++) {
            value.set(
                    i, single ? numbers.getFloat(from + Float.BYTES * i) : numbers.getDouble(from + Double.BYTES * i));
        }
    }
}
