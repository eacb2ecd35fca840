package quartet.datasets.own;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import quartet.datasets.Kind;

/** Tables that nobody prepared, and what is to become of each: it works, or it is refused with a line that helps. */
final class HostileTables {
    private static final Charset LATIN = StandardCharsets.ISO_8859_1;
    private static final Charset UTF = StandardCharsets.UTF_8;
    private static final int ROWS = 60;

    private HostileTables() {}

    /**
     * A file and what is expected.
     *
     * @param width the number of features of a row; 0 if the file is refused
     * @param expected parts of the report, or of the message of the refusal
     */
    record Hostile(String name, Kind kind, byte[] content, int width, List<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Rows of 60 lines: a number, a category and a class, which the number determines but for noise. */
    private static String rows(String header, IntFunction<String> row) {
        return rows(ROWS, header, row);
    }

    private static String rows(int count, String header, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    private static double number(int i) {
        return (i * 37 % 101) / 4.0;
    }

    private static String label(int i) {
        return i * 37 % 101 + i % 7 * 3 > 55 ? "yes" : "no";
    }

    private static Hostile works(String name, String csv, int width, String... expected) {
        return new Hostile(name, Kind.TABLE_CLASSES, csv.getBytes(UTF), width, List.of(expected));
    }

    private static Hostile works(String name, byte[] csv, int width, String... expected) {
        return new Hostile(name, Kind.TABLE_CLASSES, csv, width, List.of(expected));
    }

    private static Hostile refused(String name, String csv, String... expected) {
        return works(name, csv, 0, expected);
    }

    private static Hostile regression(String name, String csv, int width, String... expected) {
        return new Hostile(name, Kind.TABLE_VALUES, csv.getBytes(UTF), width, List.of(expected));
    }

    private static String simple() {
        return rows("x,c,y", i -> number(i) + "," + (i % 3 == 0 ? "red" : "blue") + "," + label(i));
    }

    static List<Hostile> all() {
        return Stream.of(wellFormed(), cells(), targets(), broken())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Hostile> wellFormed() {
        String simple = simple();
        return List.of(
                works("commas", simple, 3, "separator ','", "x|number|", "scaled", "one-hot, 2 categories"),
                works(
                        "semicolons and quotes",
                        simple.replaceAll("([^,\n]+)", "\"$1\"").replace(',', ';'),
                        3,
                        "separator ';'"),
                works("tabs", simple.replace(',', '\t'), 3, "separator tab"),
                works("apostrophes", simple.replaceAll("([^,\n]+)", "'$1'"), 3, "quote '"),
                works("CRLF", simple.replace("\n", "\r\n"), 3, "60 rows"),
                works("CR", simple.replace("\n", "\r"), 3, "60 rows"),
                works("byte order mark", "\uFEFF" + simple, 3, "x|number"),
                works(
                        "UTF-16 with mark",
                        ("\uFEFF" + simple).getBytes(StandardCharsets.UTF_16LE),
                        3,
                        "UTF-16LE",
                        "x|number"),
                works("UTF-16 without mark", simple.getBytes(StandardCharsets.UTF_16BE), 3, "UTF-16BE", "x|number"),
                works("Latin-1", simple.replace("red", "gr\u00fcn").getBytes(LATIN), 3, "windows-1252", "2 categories"),
                works("gzip", zipped(simple), 3, "60 rows"),
                works("no header", simple.substring(6).replace("yes", "1").replace("no", "0"), 3, "no header"),
                works(
                        "quoted line break",
                        rows("x,c,y", i -> number(i) + ",\"two\nlines " + i % 2 + "\"," + label(i)),
                        3,
                        "one-hot, 2 categories"),
                works("a comment sign", simple.replace("red", "#red"), 3, "60 rows"));
    }

    private static List<Hostile> cells() {
        String[] missing = {"", "NA", "?", "N/A", "null", "-999"};
        return List.of(
                works(
                        "missing values",
                        rows(
                                "x,c,y",
                                i -> (i % 4 == 0 ? missing[i / 4 % 6] : number(i)) + ",a" + i % 2 + "," + label(i)),
                        4,
                        "-999 counts as missing",
                        "25.0 %",
                        "missing: median and a feature"),
                works(
                        "decimal commas",
                        rows("x;z;y", i -> (number(i) + ";1.234," + i % 10).replaceFirst("\\.", ",") + ";" + label(i)),
                        2,
                        "x|number"),
                works(
                        "dates",
                        rows("d,y", i -> "2024-" + (1 + i % 12) + "-" + (1 + i % 28) + "," + label(i)),
                        5,
                        "season",
                        "weekday"),
                works(
                        "German dates",
                        rows("d;x;y", i -> (1 + i % 28) + ".3.2024 12:" + (10 + i % 40) + ";" + i % 9 + ";" + label(i)),
                        6,
                        "time"),
                works(
                        "text column",
                        rows(
                                "t,x,y",
                                i -> "the quick fox number " + i + " jumps over it," + number(i) + "," + label(i)),
                        1,
                        "t|text",
                        "dropped: text of 8 words",
                        "run nlp --text"),
                works(
                        "1,000 categories",
                        rows(4000, "c,x,y", i -> "c" + i * 7919 % 1000 + "," + number(i) + "," + label(i)),
                        102,
                        "100 categories; 897 others as one (limit 100)"),
                works(
                        "rare categories",
                        rows(
                                "c,x,y",
                                i -> (i == 5 ? "rare" : i == 7 ? "odd" : "c" + i % 2) + "," + number(i) + ","
                                        + label(i)),
                        4,
                        "one-hot, 2 categories",
                        "others as one"),
                works(
                        "identifiers and constants",
                        rows("id,code,k,x,y", i -> (i + 1) + ",u" + i * 31 + ",same," + number(i) + "," + label(i)),
                        1,
                        "the row number",
                        "a different value in nearly each row",
                        "the same value in every row",
                        "! identifiers are dropped: code, id"),
                works(
                        "a column that gives the target away",
                        rows("x,copy,y", i -> number(i) + "," + (label(i).equals("yes") ? "Y" : "N") + "," + label(i)),
                        3,
                        "! column 'copy' gives the target away"),
                works(
                        "duplicates",
                        rows("x,y", i -> i % 5 + "," + label(i)),
                        1,
                        "! 12 of 12 test rows have the same features"),
                works(
                        "duplicate headers",
                        rows("x,x,y", i -> number(i) + "," + i % 9 + "," + label(i)),
                        2,
                        "named 'x.2'"),
                works(
                        "a few unreadable numbers",
                        rows("x,y", i -> (i == 9 ? "oops" : number(i)) + "," + label(i)),
                        2,
                        "1 unreadable",
                        "line 11: 'oops'"),
                works("10,000 columns", wide(10_000), 10_000, "10,001 columns"));
    }

    private static String wide(int columns) {
        String header = IntStream.range(0, columns).mapToObj(j -> "x" + j).collect(Collectors.joining(","));
        return rows(20, header + ",y", i -> IntStream.range(0, columns)
                .mapToObj(j -> Integer.toString((i * 31 + j * 17) % 23))
                .collect(Collectors.joining(",", "", "," + label(i))));
    }

    private static List<Hostile> targets() {
        return List.of(
                refused("a single class", rows("x,y", i -> number(i) + ",yes"), "the same value in every row"),
                refused("two rows", "x,y\n1,a\n2,b\n", "has 2 rows", "expected at least 10"),
                refused("no such target", simple().replace("x,c,y", "x,c,z"), "has no column 'y'", "x, c, z"),
                refused("target in other letters", simple().replace("x,c,y", "x,c,Y"), "did you mean 'Y'?"),
                refused(
                        "ambiguous target",
                        rows("y,x,y", i -> "a," + number(i) + "," + label(i)),
                        "names 'y' more than once"),
                refused(
                        "30,000 numbers as classes",
                        rows(30_000, "x,y", i -> i % 10 + "," + i * 1.5),
                        "different numbers",
                        "run regression"),
                refused(
                        "30,000 names as classes",
                        rows(30_000, "x,y", i -> i % 10 + ",n" + i),
                        "more than the limit of 1000 classes"),
                refused(
                        "only the target",
                        rows("y,id", i -> label(i) + "," + (i + 1)),
                        "no column is left to learn from"),
                works(
                        "missing targets",
                        rows("x,y", i -> number(i) + "," + (i % 6 == 0 ? "?" : label(i))),
                        1,
                        "10 rows without a target left out"),
                works(
                        "rare class",
                        rows("x,y", i -> number(i) + "," + (i < 3 ? "rare" : label(i))),
                        1,
                        "! rare classes",
                        "'rare' (2)"),
                works(
                        "imbalance",
                        rows(200, "x,y", i -> number(i) + "," + (i % 20 == 0 ? "yes" : "no")),
                        1,
                        "--class-weights"),
                regression("numbers", rows("x,y", i -> number(i) + "," + (2 * number(i) + i % 5)), 1, "mean"),
                regression(
                        "a few targets are no numbers",
                        rows("x,y", i -> number(i) + "," + (i == 3 ? "oops" : i % 7)),
                        1,
                        "line 5: the target 'oops' is not a number"),
                regression("a target of text", simple(), 0, "does not hold numbers", "run classification"),
                regression("a constant target", rows("x,y", i -> number(i) + ",5"), 0, "the same value in every row"),
                regression(
                        "a target of dates",
                        rows("x,y", i -> number(i) + ",2024-01-" + (10 + i % 20)),
                        0,
                        "holds dates"),
                regression(
                        "a copy of the target",
                        rows("x,z,y", i -> i % 7 + "," + number(i) * 3 + "," + number(i)),
                        2,
                        "! column 'z' gives the target away"));
    }

    private static List<Hostile> broken() {
        return List.of(
                refused("empty", "", "is empty"),
                refused("blank", " \n\n", "is empty"),
                refused("header only", "x,y\n", "has 0 rows"),
                refused("one column", rows("y", i -> label(i)), "a single column"),
                works(
                        "ragged rows",
                        simple().replaceFirst("red,no", "red").replaceFirst("blue,yes", "blue,yes,1,2"),
                        3,
                        "left out: line",
                        "expected 3 cells, but found 2",
                        "found 5"),
                works("superfluous separators at the end", simple().replaceAll("(yes|no)\n", "$1,,\n"), 3, "60 rows"),
                refused("Parquet", "PAR1\u0000\u0001\u0002", "is a Parquet file", "save it as CSV"),
                refused("Excel", "PK\u0003\u0004\u0000\u0000", "Excel"),
                refused("binary", "\u007fELF" + "\u0000".repeat(16), "not a text file"));
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes a file and returns its path. */
    static Path write(Path folder, Hostile hostile) throws IOException {
        return Files.write(folder.resolve("data.csv"), hostile.content());
    }
}
