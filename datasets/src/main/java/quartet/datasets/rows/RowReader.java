package quartet.datasets.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import quartet.datasets.DatasetException;
import quartet.datasets.Features;
import quartet.datasets.Vocabulary;
import quartet.datasets.raw.ImageFile;
import quartet.datasets.raw.ImageFolder;
import quartet.datasets.raw.MissingValue;
import quartet.datasets.raw.RawImage;
import quartet.datasets.raw.RawRow;
import quartet.datasets.raw.TableFile;
import quartet.datasets.recipe.CategoryCode;
import quartet.datasets.recipe.ColumnCode;
import quartet.datasets.recipe.DateCode;
import quartet.datasets.recipe.DatePattern;
import quartet.datasets.recipe.ImageRecipe;
import quartet.datasets.recipe.NumberCode;
import quartet.datasets.recipe.Recipe;
import quartet.datasets.recipe.TableRecipe;
import quartet.datasets.recipe.TextRecipe;

/**
 * Reads raw rows by a recipe. Unreadable rows are reported by line and column and skipped. Columns outside the recipe
 * are ignored.
 */
public final class RowReader {
    private final List<String> places = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private RowReader() {}

    /**
     * Reads a file of rows, or a folder of images.
     *
     * @throws DatasetException if the data cannot be read at all, or a column of the recipe is missing
     */
    public static ReadRows read(Recipe recipe, Path data) {
        RowReader reader = new RowReader();
        if (recipe instanceof TableRecipe table) {
            return reader.table(table, data);
        }
        if (recipe instanceof TextRecipe texts) {
            return reader.texts(texts, data);
        }
        return reader.images((ImageRecipe) recipe, ImageFolder.ofFiles(data), data);
    }

    private ReadRows result(Features features) {
        return new ReadRows(features, places, targets, texts, problems);
    }

    private ReadRows table(TableRecipe recipe, Path path) {
        List<String> needed = recipe.columns().stream().map(ColumnCode::name).toList();
        TableFile file = TableFile.openRows(path, needed);
        int[] indices = indices(file, needed);
        int target = file.names().indexOf(recipe.target());
        List<DatePattern> dates = recipe.columns().stream()
                .map(code -> new DatePattern(code instanceof DateCode date ? date.pattern() : DatePattern.KNOWN.get(0)))
                .toList();
        List<float[]> rows = new ArrayList<>();
        file.read(
                row -> {
                    float[] features = new float[recipe.width()];
                    String problem = encode(recipe, dates, row, indices, features);
                    if (problem.isEmpty()) {
                        rows.add(features);
                        accept(Long.toString(row.line()), target < 0 ? "" : row.cells()[target]);
                    } else {
                        problems.add("line " + row.line() + ", " + problem);
                    }
                },
                problems::add);
        return result(new Features.Values(new int[] {rows.size(), recipe.width()}, joined(rows, recipe.width())));
    }

    /** Returns the positions of columns in a file. */
    private static int[] indices(TableFile file, List<String> needed) {
        List<String> absent =
                needed.stream().filter(name -> !file.names().contains(name)).toList();
        if (!absent.isEmpty()) {
            throw new DatasetException(file.source().path() + " has no column "
                    + absent.stream().limit(5).map(name -> "'" + name + "'").collect(Collectors.joining(", "))
                    + (absent.size() > 5 ? " and " + (absent.size() - 5) + " more" : "")
                    + ", which the network needs; its columns are " + ColumnNames.list(file.names()));
        }
        return needed.stream().mapToInt(file.names()::indexOf).toArray();
    }

    /** Writes the features of a row. Returns the problem of the row; empty if there is none. */
    private static String encode(
            TableRecipe recipe, List<DatePattern> dates, RawRow row, int[] indices, float[] features) {
        int at = 0;
        for (int j = 0; j < indices.length; j++) {
            ColumnCode code = recipe.columns().get(j);
            String cell = row.cells()[indices[j]];
            boolean missing = MissingValue.is(cell);
            if (code instanceof CategoryCode category) {
                category.encode(category.slot(missing ? "" : cell), features, at);
            } else if (code instanceof NumberCode number) {
                if (!missing && Double.isNaN(number.style().parse(cell))) {
                    return problem(code, "a number", cell);
                }
                number.encode(missing ? Double.NaN : number.parse(cell), features, at);
            } else if (code instanceof DateCode date) {
                double days = missing ? Double.NaN : dates.get(j).parse(cell);
                if (!missing && Double.isNaN(days)) {
                    return problem(code, "a date such as " + date.pattern().replace("uuuu", "yyyy"), cell);
                }
                date.encode(days, features, at);
            }
            at += code.width();
        }
        return "";
    }

    private static String problem(ColumnCode code, String expected, String cell) {
        return "column '" + code.name() + "': expected " + expected + ", but was '"
                + (cell.length() <= 40 ? cell : cell.substring(0, 40) + "...") + "'";
    }

    private static float[] joined(List<float[]> rows, int width) {
        float[] all = new float[Math.multiplyExact(rows.size(), width)];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, all, row * width, width);
        }
        return all;
    }

    private ReadRows texts(TextRecipe recipe, Path path) {
        TableFile file = TableFile.openRows(path, List.of(recipe.text()));
        int text = indices(file, List.of(recipe.text()))[0];
        int target = file.names().indexOf(recipe.target());
        Vocabulary vocabulary = Vocabulary.ofTokens(recipe.tokens());
        List<int[]> rows = new ArrayList<>();
        file.read(
                row -> {
                    texts.add(row.cells()[text]);
                    rows.add(vocabulary.encode(row.cells()[text], recipe.length()));
                    accept(Long.toString(row.line()), target < 0 ? "" : row.cells()[target]);
                },
                problems::add);
        int[] ids = rows.stream().flatMapToInt(Arrays::stream).toArray();
        return result(new Features.Tokens(rows.size(), recipe.length(), ids));
    }

    private ReadRows images(ImageRecipe recipe, ImageFolder folder, Path root) {
        float[][] levels = recipe.levels();
        List<float[]> rows = new ArrayList<>();
        for (ImageFolder.Entry entry : folder.files()) {
            String place = Files.isRegularFile(root)
                    ? String.valueOf(root.getFileName())
                    : root.relativize(entry.path()).toString();
            try {
                RawImage image = ImageFile.read(entry.path())
                        .withChannels(recipe.channels())
                        .resized(recipe.height(), recipe.width());
                rows.add(standardized(image, levels));
                accept(place, entry.label());
            } catch (IOException e) {
                problems.add(place + ": " + e.getMessage());
            }
        }
        int[] shape = {rows.size(), recipe.channels(), recipe.height(), recipe.width()};
        return result(new Features.Values(shape, joined(rows, recipe.channels() * recipe.height() * recipe.width())));
    }

    /** Returns the standardized pixels, row-major [channels, height, width]. */
    public static float[] standardized(RawImage image, float[][] levels) {
        float[] values = new float[image.pixels().length];
        int plane = image.height() * image.width();
        for (int i = 0; i < values.length; i++) {
            values[i] = levels[i / plane][Byte.toUnsignedInt(image.pixels()[i])];
        }
        return values;
    }

    /** Reads the images of a test set, each with the name of its class. */
    public static ReadRows labelledImages(ImageRecipe recipe, Path root) {
        return new RowReader().images(recipe, ImageFolder.ofClasses(root), root);
    }

    private void accept(String place, String target) {
        places.add(place);
        targets.add(target);
    }
}
