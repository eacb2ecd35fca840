package quartet.contract.safetensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import quartet.contract.Tensor;
import quartet.contract.Weights;

/**
 * A file in the safetensors format, opened for reading. {@link SafetensorsWriter} writes such files.
 *
 * <pre>{@code
 * 8 bytes: n, little-endian | n bytes: JSON header {"name": {"dtype", "shape", "data_offsets": [from, to]}} | data
 * }</pre>
 *
 * Tensors of type F32 and I32 are read. Source: the format's description at github.com/huggingface/safetensors.
 */
public final class Safetensors {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FLOATS = "F32";
    private static final String INTS = "I32";
    private static final int PIECE_BYTES = 1 << 20;
    private static final long MAXIMUM_HEADER = 100_000_000; // the format's own limit

    private final Path file;
    private final Map<String, Entry> entries;

    private record Entry(String dtype, int[] shape, long from, long to) {}

    private Safetensors(Path file, Map<String, Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /**
     * Reads the header and checks it against the file's length.
     *
     * @throws UncheckedIOException if the file cannot be read or is incomplete
     */
    public static Safetensors open(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer prefix = read(channel, 0, 8);
            long headerLength = prefix.getLong();
            if (headerLength < 2 || headerLength > Math.min(MAXIMUM_HEADER, channel.size() - 8)) {
                throw broken("header of " + headerLength + " bytes in a file of " + channel.size());
            }
            byte[] header = new byte[(int) headerLength];
            read(channel, 8, header.length).get(header);
            return new Safetensors(file, entries(header, channel.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Entry> entries(byte[] header, long fileSize) throws IOException {
        JsonNode json;
        try {
            json = JSON.readTree(header);
        } catch (JsonProcessingException e) {
            throw broken("header is not JSON");
        }
        if (!json.isObject()) {
            throw broken("header is not a JSON object");
        }
        long dataStart = 8L + header.length;
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!field.getKey().equals("__metadata__")) {
                entries.put(field.getKey(), entry(field.getKey(), field.getValue(), dataStart, fileSize));
            }
        }
        return entries;
    }

    private static Entry entry(String name, JsonNode json, long dataStart, long fileSize) throws IOException {
        int[] shape = shape(name, json.path("shape"));
        JsonNode offsets = json.path("data_offsets");
        long from = offsets.path(0).asLong(-1);
        long to = offsets.path(1).asLong(-1);
        String dtype = json.path("dtype").asText();
        if (from < 0 || to < from || to > fileSize - dataStart) {
            throw broken("tensor " + name + " is not within the file");
        }
        if ((dtype.equals(FLOATS) || dtype.equals(INTS)) && to - from != 4L * Tensor.size(shape)) {
            throw broken("tensor " + name + " does not have the size of its shape");
        }
        return new Entry(dtype, shape, dataStart + from, dataStart + to);
    }

    private static int[] shape(String name, JsonNode json) throws IOException {
        int[] shape = new int[json.size()];
        long size = 1;
        for (int i = 0; i < shape.length; i++) {
            JsonNode dimension = json.path(i);
            shape[i] = dimension.isIntegralNumber() && dimension.canConvertToInt() ? dimension.intValue() : -1;
            size = shape[i] < 0 ? Long.MAX_VALUE : size * shape[i];
            if (size > Integer.MAX_VALUE) {
                throw broken("tensor " + name + " has the shape " + json);
            }
        }
        if (!json.isArray()) {
            throw broken("tensor " + name + " has no shape");
        }
        return shape;
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** Returns the shape of a tensor, without reading its data. */
    public int[] shape(String name) {
        return entry(name).shape().clone();
    }

    /** Returns a tensor of type F32. */
    public Tensor floats(String name) {
        float[] data = new float[Tensor.size(entry(name).shape())];
        read(name, FLOATS, (buffer, at) -> buffer.asFloatBuffer().get(data, at, buffer.remaining() / 4));
        return new Tensor(shape(name), data);
    }

    /** Returns the numbers of a tensor of type I32, row-major. */
    public int[] ints(String name) {
        int[] data = new int[Tensor.size(entry(name).shape())];
        read(name, INTS, (buffer, at) -> buffer.asIntBuffer().get(data, at, buffer.remaining() / 4));
        return data;
    }

    /** Returns all tensors of the file, which must be of type F32. */
    public Weights weights() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        names().forEach(name -> tensors.put(name, floats(name)));
        return new Weights(tensors);
    }

    private Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException(file + ": expected one of " + names() + ", but was " + name);
        }
        return entry;
    }

    /** Receives some bytes of a tensor. */
    private interface Destination {
        void take(ByteBuffer buffer, int index);
    }

    /** Reads in pieces, because a second copy of a large tensor would not fit into memory. */
    private void read(String name, String dtype, Destination destination) {
        Entry entry = entry(name);
        if (!entry.dtype().equals(dtype)) {
            throw new IllegalArgumentException(
                    file + ": expected " + name + " as " + dtype + ", but was " + entry.dtype());
        }
        try (FileChannel channel = FileChannel.open(file)) {
            for (long at = entry.from(); at < entry.to(); at += PIECE_BYTES) {
                int length = (int) Math.min(PIECE_BYTES, entry.to() - at);
                destination.take(read(channel, at, length), (int) ((at - entry.from()) / 4));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw broken("it ends too early");
            }
        }
        return buffer.flip();
    }

    private static IOException broken(String what) {
        return new IOException("not a whole safetensors file: " + what);
    }
}
