package quartet.contract.safetensors;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import quartet.contract.Tensor;

/** Collects tensors and writes them as one safetensors file (see {@link Safetensors}). */
public final class SafetensorsWriter {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PIECE_BYTES = 1 << 20;

    private final ObjectNode header = JSON.createObjectNode();
    private final Map<String, Object> arrays = new LinkedHashMap<>();
    private long offset;

    /** Writes tensors by name, in their order. */
    public static void write(Path file, Map<String, Tensor> tensors) {
        SafetensorsWriter writer = new SafetensorsWriter();
        tensors.forEach(writer::add);
        writer.write(file);
    }

    /** Writes a single tensor. */
    public static void write(Path file, String name, Tensor tensor) {
        new SafetensorsWriter().add(name, tensor).write(file);
    }

    /** Adds a tensor of type F32. */
    public SafetensorsWriter add(String name, Tensor tensor) {
        return add(name, "F32", tensor.shape(), tensor.data());
    }

    /** Adds a tensor of type I32. */
    public SafetensorsWriter add(String name, int[] shape, int[] data) {
        if (Tensor.size(shape) != data.length) {
            throw new IllegalArgumentException("Safetensors: expected " + Arrays.toString(shape)
                    + " filled by the data of " + name + ", but were " + data.length + " numbers");
        }
        return add(name, "I32", shape, data);
    }

    private SafetensorsWriter add(String name, String dtype, int[] shape, Object array) {
        if (arrays.putIfAbsent(name, array) != null) {
            throw new IllegalArgumentException("Safetensors: " + name + " was added before");
        }
        long end = offset + 4L * Tensor.size(shape);
        ObjectNode entry = header.putObject(name).put("dtype", dtype);
        entry.set("shape", JSON.valueToTree(shape));
        entry.putArray("data_offsets").add(offset).add(end);
        offset = end;
        return this;
    }

    /**
     * Writes the file atomically: writes a temporary file in the same folder, then moves it into place.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path file) {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(header());
            for (Object array : arrays.values()) {
                write(channel, array);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
        try {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the length and the JSON header, padded with blanks to align the data to 8 bytes, like the reference
     * implementation.
     */
    private ByteBuffer header() {
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return ByteBuffer.allocate(8 + padded.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded.length)
                .put(padded)
                .flip();
    }

    /** Writes in pieces, because a second copy of a large tensor would not fit into memory. */
    private static void write(FileChannel channel, Object array) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(PIECE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int length = Array.getLength(array);
        for (int at = 0; at < length; at += PIECE_BYTES / 4) {
            int count = Math.min(PIECE_BYTES / 4, length - at);
            buffer.clear();
            if (array instanceof float[] floats) {
                buffer.asFloatBuffer().put(floats, at, count);
            } else {
                buffer.asIntBuffer().put((int[]) array, at, count);
            }
            buffer.limit(4 * count);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }
}
