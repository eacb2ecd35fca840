package quartet.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;

/**
 * A convolutional network for images.
 *
 * <pre>{@code [conv 3x3 same -> maxpool 2x2 -> ReLU] for each of filters -> flatten -> hidden -> ReLU -> output}</pre>
 *
 * The order of pooling and ReLU does not change the function, because the maximum and ReLU commute. ReLU after pooling
 * processes a quarter of the numbers. Pooling drops an odd last row or column. Flattening is in the order channel,
 * height, width.
 *
 * @param channels 1 for grey, 3 for colour
 * @param height of the image in pixels, at least 8
 * @param width of the image in pixels, at least 8
 * @param filters of each convolution
 * @param hidden width of the dense layer
 * @param classes number of classes
 */
public record CnnSpec(int channels, int height, int width, List<Integer> filters, int hidden, int classes)
        implements ModelSpec {
    /** The convolutions' kernels are 3 x 3. */
    public static final int KERNEL = 3;
    /** The pooling windows are 2 x 2, two pixels apart. */
    public static final int POOL = 2;

    public CnnSpec {
        filters = List.copyOf(filters);
        Dimensions.check("CnnSpec", channels, hidden, classes);
        filters.forEach(count -> Dimensions.check("CnnSpec", count));
        if (height < 8 || width < 8 || Math.min(height, width) >> filters.size() < 1) {
            throw new IllegalArgumentException(
                    "CnnSpec: expected images of 8 x 8 pixels or more, but were " + height + " x " + width);
        }
    }

    /** Returns the image's height after all pooling. */
    public int pooledHeight() {
        return height >> filters.size();
    }

    /** Returns the image's width after all pooling. */
    public int pooledWidth() {
        return width >> filters.size();
    }

    /** Returns the length of the flattened image, in the order channel, height, width. */
    public int flattened() {
        int channelsAtEnd = filters.isEmpty() ? channels : filters.get(filters.size() - 1);
        return channelsAtEnd * pooledHeight() * pooledWidth();
    }

    /** Returns the strict specification for images: 16 and 32 filters, then a dense layer of 128. */
    public static CnnSpec forData(PreparedData data) {
        int[] shape = data.train().features().asValues().shape();
        return new CnnSpec(
                shape[1],
                shape[2],
                shape[3],
                List.of(16, 32),
                128,
                data.classes().size());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.imageClassifier(this);
    }

    @Override
    public int outputs() {
        return classes;
    }

    @Override
    public CnnSpec withWidth(double factor) {
        return new CnnSpec(
                channels, height, width, Dimensions.scale(filters, factor), Dimensions.scale(hidden, factor), classes);
    }

    @Override
    public Map<String, int[]> parameterShapes() {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        int in = channels;
        for (int i = 0; i < filters.size(); i++) {
            int out = filters.get(i);
            shapes.put("conv" + (i + 1) + ".weight", new int[] {out, in, KERNEL, KERNEL});
            shapes.put("conv" + (i + 1) + ".bias", new int[] {out});
            in = out;
        }
        Dimensions.dense(shapes, "hidden", flattened(), hidden);
        Dimensions.dense(shapes, "output", hidden, classes);
        return shapes;
    }

    @Override
    public void check(Features features) {
        if (!(features instanceof Features.Values values
                && values.shape().length == 4
                && values.shape()[1] == channels
                && values.shape()[2] == height
                && values.shape()[3] == width)) {
            throw new IllegalArgumentException("Features: expected [batch, " + channels + ", " + height + ", " + width
                    + "], but was " + Dimensions.describe(features));
        }
    }

    @Override
    public Features zeros(int rows) {
        return new Features.Values(
                new int[] {rows, channels, height, width}, new float[rows * channels * height * width]);
    }
}
