package quartet.datasets.format;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads the IDX format of MNIST: a big-endian header, then the elements, with the last dimension varying fastest.
 *
 * <pre>{@code
 * 00 00 08 rank     the magic number; 08 stands for unsigned bytes
 * rank x int32      the dimensions: [count] of labels, [count, height, width] of images
 * unsigned bytes    one for each element
 * }</pre>
 *
 * <p>Other element types and ranks of the format are not supported, and bytes after the last element are an error.
 *
 * <p>Source: LeCun, Cortes and Burges, "The MNIST database of handwritten digits", section "File formats".
 */
public final class IdxReader {
    private static final int UNSIGNED_BYTES = 0x08;

    private IdxReader() {}

    /**
     * Reads grey-scale images: pixels [count, 1, height, width], 0 to 255.
     *
     * @param source the name of the file in messages
     * @throws MalformedDataException if the content is not exactly such a file
     */
    public static Images images(String source, byte[] content) throws MalformedDataException {
        int[] shape = shape(source, content, 3);
        return new Images(1, shape[1], shape[2], elements(content, 3));
    }

    /**
     * Reads labels [count], each in [0, classes).
     *
     * @param source the name of the file in messages
     * @throws MalformedDataException if the content is not exactly such a file, or a label is out of range
     */
    public static int[] labels(String source, byte[] content, int classes) throws MalformedDataException {
        shape(source, content, 1);
        byte[] elements = elements(content, 1);
        int[] labels = new int[elements.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = Byte.toUnsignedInt(elements[i]);
            if (labels[i] >= classes) {
                throw new MalformedDataException("'" + source + "': expected labels in [0, " + classes + "), but label "
                        + i + " was " + labels[i]);
            }
        }
        return labels;
    }

    /**
     * Reads images and, from another file, their labels.
     *
     * @throws MalformedDataException if a file is malformed, or the numbers of images and labels differ
     */
    public static LabelledImages labelledImages(
            String imageSource, byte[] imageContent, String labelSource, byte[] labelContent, int classes)
            throws MalformedDataException {
        Images images = images(imageSource, imageContent);
        int[] labels = labels(labelSource, labelContent, classes);
        if (images.rows() != labels.length) {
            throw new MalformedDataException("'" + labelSource + "': expected a label for each of " + images.rows()
                    + " images, but found " + labels.length + " labels");
        }
        return new LabelledImages(images, labels);
    }

    /** Returns the dimensions in the header, which must account for the length of the content. */
    private static int[] shape(String source, byte[] content, int rank) throws MalformedDataException {
        int headerBytes = headerBytes(rank);
        if (content.length < headerBytes) {
            throw new MalformedDataException("'" + source + "': expected an IDX header of " + headerBytes
                    + " bytes, but the file has " + content.length);
        }
        ByteBuffer header = ByteBuffer.wrap(content, 0, headerBytes);
        int expected = UNSIGNED_BYTES << 8 | rank;
        int magic = header.getInt();
        if (magic != expected) {
            throw new MalformedDataException(
                    "'%s': expected the IDX magic number 0x%08x (unsigned bytes, rank %d), but was 0x%08x"
                            .formatted(source, expected, rank, magic));
        }
        int[] shape = new int[rank];
        Arrays.setAll(shape, axis -> header.getInt());
        if (Arrays.stream(shape).anyMatch(size -> size < 1)) {
            throw new MalformedDataException(
                    "'" + source + "': expected positive dimensions, but was " + Arrays.toString(shape));
        }
        long bytes = (long) headerBytes + elementCount(source, shape, headerBytes);
        if (content.length != bytes) {
            throw new MalformedDataException("'" + source + "': expected " + bytes + " bytes for dimensions "
                    + Arrays.toString(shape) + ", but the file has " + content.length
                    + (content.length < bytes ? " (truncated)" : " (trailing bytes)"));
        }
        return shape;
    }

    private static int elementCount(String source, int[] shape, int headerBytes) throws MalformedDataException {
        int count = 1;
        for (int size : shape) {
            long product = (long) count * size;
            if (product > Integer.MAX_VALUE - headerBytes) {
                throw new MalformedDataException(
                        "'" + source + "': expected dimensions of at most 2 GiB, but was " + Arrays.toString(shape));
            }
            count = (int) product;
        }
        return count;
    }

    private static byte[] elements(byte[] content, int rank) {
        return Arrays.copyOfRange(content, headerBytes(rank), content.length);
    }

    private static int headerBytes(int rank) {
        return Integer.BYTES * (1 + rank);
    }
}
