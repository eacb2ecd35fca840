package quartet.datasets.raw;

/**
 * An image as unsigned bytes, row-major [channels, height, width].
 *
 * @param channels 1 for grey; 3 for red, green and blue
 */
public record RawImage(int channels, int height, int width, byte[] pixels) {
    private static final int COLOURS = 3;

    /**
     * Returns this image with another number of channels. Grey becomes three equal channels; colour becomes its
     * brightness, {@code 0.299 R + 0.587 G + 0.114 B} (ITU-R BT.601).
     */
    public RawImage withChannels(int wanted) {
        if (wanted == channels) {
            return this;
        }
        int plane = height * width;
        byte[] converted = new byte[wanted * plane];
        for (int i = 0; i < plane; i++) {
            if (wanted == COLOURS) {
                converted[i] = pixels[i];
                converted[plane + i] = pixels[i];
                converted[2 * plane + i] = pixels[i];
            } else {
                int brightness = 299 * level(i) + 587 * level(plane + i) + 114 * level(2 * plane + i);
                converted[i] = (byte) ((brightness + 500) / 1000);
            }
        }
        return new RawImage(wanted, height, width, converted);
    }

    private int level(int index) {
        return Byte.toUnsignedInt(pixels[index]);
    }

    /** Returns this image with one channel if all its pixels are grey. */
    RawImage simplified() {
        int plane = height * width;
        for (int i = 0; channels == COLOURS && i < plane; i++) {
            if (pixels[i] != pixels[plane + i] || pixels[i] != pixels[2 * plane + i]) {
                return this;
            }
        }
        return withChannels(1);
    }

    /**
     * Returns the image upright, given its EXIF orientation (EXIF 2.3, tag 0x0112): 1 is upright, 2, 4, 5 and 7 are
     * mirrored, and from 5 on rows and columns are exchanged.
     */
    RawImage upright(int orientation) {
        if (orientation < 2 || orientation > 8) {
            return this;
        }
        boolean exchanged = orientation >= 5;
        int newHeight = exchanged ? width : height;
        int newWidth = exchanged ? height : width;
        byte[] turned = new byte[pixels.length];
        for (int channel = 0; channel < channels; channel++) {
            int plane = channel * height * width;
            for (int y = 0; y < newHeight; y++) {
                for (int x = 0; x < newWidth; x++) {
                    turned[plane + y * newWidth + x] = pixels[plane + origin(orientation, y, x)];
                }
            }
        }
        return new RawImage(channels, newHeight, newWidth, turned);
    }

    /** Returns the index, in a plane of this image, of the pixel at row y and column x of the upright image. */
    private int origin(int orientation, int y, int x) {
        int row = orientation >= 5 ? x : y;
        int column = orientation >= 5 ? y : x;
        boolean fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        return (fromBottom ? height - 1 - row : row) * width + (fromRight ? width - 1 - column : column);
    }

    /**
     * Returns the image in another size. The largest central region of the new proportions is scaled; each new pixel
     * is the mean of the area that it covers. A region of the new size is copied.
     */
    public RawImage resized(int newHeight, int newWidth) {
        double scale = Math.min((double) height / newHeight, (double) width / newWidth);
        double top = (height - scale * newHeight) / 2;
        double left = (width - scale * newWidth) / 2;
        byte[] resized = new byte[channels * newHeight * newWidth];
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < newHeight; y++) {
                for (int x = 0; x < newWidth; x++) {
                    double mean = mean(channel, top + y * scale, left + x * scale, scale);
                    resized[(channel * newHeight + y) * newWidth + x] = (byte) (int) (mean + 0.5);
                }
            }
        }
        return new RawImage(channels, newHeight, newWidth, resized);
    }

    /** Returns the mean of a square area. Pixels at its border are weighted by their overlap. */
    private double mean(int channel, double top, double left, double side) {
        double sum = 0;
        double area = 0;
        for (int y = (int) top; y < Math.min(height, Math.ceil(top + side)); y++) {
            double tall = Math.min(y + 1, top + side) - Math.max(y, top);
            for (int x = (int) left; x < Math.min(width, Math.ceil(left + side)); x++) {
                double weight = tall * (Math.min(x + 1, left + side) - Math.max(x, left));
                sum += weight * level((channel * height + y) * width + x);
                area += weight;
            }
        }
        return area > 0 ? sum / area : 0;
    }
}
