package quartet.scratch.nn.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quartet.scratch.nn.Buffer;
import quartet.scratch.tensor.DoubleTensor;

/**
 * The header of a safetensors file: a JSON object that describes each tensor.
 * <pre>{@code {"output.bias": {"dtype": "F32", "shape": [3], "data_offsets": [0, 12]}, ...} }</pre>
 * Offsets count bytes from the end of the header. Reading expects the members of an entry in this order, in which the
 * reference implementation writes them, and skips {@code __metadata__}.
 */
final class SafetensorsHeader {
    private static final Pattern ENTRY = Pattern.compile("""
            \\s*"([^"\\\\]+)"\\s*:\\s*\\{\
            \\s*"dtype"\\s*:\\s*"(\\w+)"\\s*,\
            \\s*"shape"\\s*:\\s*\\[([\\d,\\s]*)]\\s*,\
            \\s*"data_offsets"\\s*:\\s*\\[\\s*(\\d{1,18})\\s*,\\s*(\\d{1,18})\\s*]\\s*}\\s*""");

    private static final Pattern METADATA = Pattern.compile("\\s*\"__metadata__\"\\s*:\\s*\\{[^{}]*}\\s*");
    private static final Pattern NAME = Pattern.compile("[^\"\\\\\\p{Cntrl}]+");

    private SafetensorsHeader() {}

    /**
     * Describes a tensor of a file.
     *
     * @param dtype the type of its numbers, such as F32
     * @param shape its dimensions
     * @param from its first byte
     * @param to the byte after its last one
     */
    record Entry(String dtype, List<Integer> shape, long from, long to) {}

    /** Returns F32 or F64. */
    static String dtype(Buffer tensor) {
        return tensor.value() instanceof DoubleTensor ? "F64" : "F32";
    }

    /** Returns the size of a number of this type in bytes; 0 if networks do not use the type. */
    static int bytes(String dtype) {
        return switch (dtype) {
            case "F32" -> Float.BYTES;
            case "F64" -> Double.BYTES;
            default -> 0;
        };
    }

    /**
     * Writes the header of a file with these tensors in order, without gaps.
     *
     * @throws IllegalArgumentException if a name contains a quotation mark, a backslash or a control character
     */
    static String write(List<Buffer> tensors) {
        StringJoiner entries = new StringJoiner(",", "{", "}");
        long from = 0;
        for (Buffer tensor : tensors) {
            if (!NAME.matcher(tensor.name()).matches()) {
                throw new IllegalArgumentException(
                        "NetworkFile: expected a name without quotation marks, backslashes and control characters, but was "
                                + tensor.name());
            }
            long to = from + (long) bytes(dtype(tensor)) * tensor.value().size();
            entries.add("\"" + tensor.name() + "\":{\"dtype\":\"" + dtype(tensor) + "\",\"shape\":"
                    + Arrays.toString(tensor.value().shape()).replace(" ", "") + ",\"data_offsets\":[" + from + ","
                    + to + "]}");
            from = to;
        }
        return entries.toString();
    }

    /**
     * Reads a header.
     *
     * @return the entries by name
     * @throws IOException if this is no header, or one in another form than the reference implementation's
     */
    static Map<String, Entry> read(String header) throws IOException {
        String json = header.strip();
        if (!json.startsWith("{") || !json.endsWith("}")) {
            throw new IOException("expected a safetensors file, but its header is no JSON object");
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        int end = json.length() - 1;
        int position = 1;
        while (position < end) {
            Matcher metadata = METADATA.matcher(json).region(position, end);
            Matcher entry = ENTRY.matcher(json).region(position, end);
            if (metadata.lookingAt()) {
                position = metadata.end();
            } else if (entry.lookingAt()) {
                entries.put(entry.group(1), entry(entry));
                position = entry.end();
            } else {
                throw new IOException("expected an entry of a safetensors header at character " + position
                        + ", but was something else");
            }
            if (position < end && json.charAt(position++) != ',') {
                throw new IOException("expected a comma in the safetensors header at character " + (position - 1));
            }
        }
        return entries;
    }

    private static Entry entry(Matcher matcher) throws IOException {
        String shape = matcher.group(3).strip();
        try {
            List<Integer> dimensions = shape.isEmpty()
                    ? List.of()
                    : Arrays.stream(shape.split(",", -1))
                            .map(String::strip)
                            .map(Integer::valueOf)
                            .toList();
            return new Entry(
                    matcher.group(2), dimensions, Long.parseLong(matcher.group(4)), Long.parseLong(matcher.group(5)));
        } catch (NumberFormatException e) {
            throw new IOException("expected dimensions of a tensor, but was [" + shape + "]", e);
        }
    }
}
