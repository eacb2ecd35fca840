package quartet.datasets;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads the IDX format of MNIST: big-endian header, then the elements, the last dimension fastest.
 *
 * <pre>{@code
 * 00 00 08 rank     the magic number; 08 stands for unsigned bytes
 * rank x int32      the dimensions: [count] of labels, [count, height, width] of images
 * unsigned bytes    one for each element
 * }</pre>
 *
 * Source: LeCun, Cortes and Burges, "The MNIST database of handwritten digits", section "File formats". Other element
 * types and ranks of the format are not in use here and are refused. Content after the last element is refused too.
 */
final class IdxReader {
    private static final int UNSIGNED_BYTES = 0x08;

    private IdxReader() {}

    /**
     * Grey images: pixels [count, 1, height, width], 0 to 255.
     *
     * @throws DatasetException if the content is not exactly such a file
     */
    static Images images(String source, byte[] content) {
        int[] shape = shape(source, content, 3);
        return new Images(1, shape[1], shape[2], elements(content, 3));
    }

    /**
     * Labels [count], each in [0, classes).
     *
     * @throws DatasetException if the content is not exactly such a file, or a label is out of range
     */
    static int[] labels(String source, byte[] content, int classes) {
        shape(source, content, 1);
        byte[] elements = elements(content, 1);
        int[] labels = new int[elements.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = Byte.toUnsignedInt(elements[i]);
            if (labels[i] >= classes) {
                throw new DatasetException("'" + source + "': expected labels in [0, " + classes + "), but label " + i
                        + " was " + labels[i]);
            }
        }
        return labels;
    }

    private static int[] shape(String source, byte[] content, int rank) {
        int headerBytes = headerBytes(rank);
        if (content.length < headerBytes) {
            throw new DatasetException("'" + source + "': expected an IDX header of " + headerBytes
                    + " bytes, but the file has " + content.length);
        }
        ByteBuffer header = ByteBuffer.wrap(content, 0, headerBytes);
        int expected = UNSIGNED_BYTES << 8 | rank;
        int magic = header.getInt();
        if (magic != expected) {
            throw new DatasetException(
                    "'%s': expected the IDX magic number 0x%08x (unsigned bytes, rank %d), but was 0x%08x"
                            .formatted(source, expected, rank, magic));
        }
        int[] shape = new int[rank];
        Arrays.setAll(shape, axis -> header.getInt());
        if (Arrays.stream(shape).anyMatch(size -> size < 1)) {
            throw new DatasetException(
                    "'" + source + "': expected positive dimensions, but was " + Arrays.toString(shape));
        }
        long bytes = headerBytes;
        for (int length = 1, axis = 0; axis < rank; axis++) {
            long product = (long) length * shape[axis];
            if (product > Integer.MAX_VALUE - headerBytes) {
                throw new DatasetException(
                        "'" + source + "': expected dimensions of at most 2 GiB, but was " + Arrays.toString(shape));
            }
            length = (int) product;
            bytes = headerBytes + product;
        }
        if (content.length != bytes) {
            throw new DatasetException("'" + source + "': expected " + bytes + " bytes for dimensions "
                    + Arrays.toString(shape) + ", but the file has " + content.length
                    + (content.length < bytes ? " (truncated)" : " (trailing bytes)"));
        }
        return shape;
    }

    private static byte[] elements(byte[] content, int rank) {
        return Arrays.copyOfRange(content, headerBytes(rank), content.length);
    }

    private static int headerBytes(int rank) {
        return Integer.BYTES * (1 + rank);
    }
}
