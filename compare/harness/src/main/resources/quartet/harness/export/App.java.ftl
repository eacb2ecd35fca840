package ${examples};

<#assign classifier = kind != "values">
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import quartet.contract.${spec};
<#if kind == "images">
import quartet.datasets.ImageEncoder;
import quartet.datasets.ImageFolder;
<#elseif kind == "texts">
import quartet.datasets.Table;
import quartet.datasets.TextEncoder;
<#else>
import quartet.datasets.Table;
import quartet.datasets.TableEncoder;
</#if>
import quartet.datasets.Examples;
import quartet.datasets.Features;

/** ${purpose} on the command line. */
@Command(
        name = "${artifact}",
        mixinStandardHelpOptions = true,
        version = "1.0",
        description = "${purpose}.")
public final class App {
<#if kind == "images">
    private static final List<Integer> FILTERS = List.of(${hidden});
    private static final int HIDDEN = ${imageHidden};
<#else>
<#if kind == "texts">
    private static final int EMBEDDING = ${embedding};
</#if>
    private static final List<Integer> HIDDEN = List.of(${hidden});
</#if>
    private static final int PREDICTION_BATCH = 256;
    private static final String ENCODER = "encoder.json";

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command. Returns 0, or 2 if a command, an option or the data is invalid. */
    static int run(String... arguments) {
<#list systemProperties as name, value>
        System.setProperty("${name}", "${value}");
</#list>
        return new CommandLine(new App())
                .setExecutionExceptionHandler(App::report)
                .execute(arguments);
    }

    @Command(mixinStandardHelpOptions = true, description = "Trains a network and saves it.")
    int train(
<#if kind == "images">
            @Option(
                            names = "--data",
                            defaultValue = "data/train",
                            description = "A folder with one subfolder of images for each class (${default}).")
                    Path data,
<#else>
            @Option(
                            names = "--data",
                            defaultValue = "data/train.csv",
                            description = "The training rows (${default}).")
                    Path data,
            @Option(
                            names = "--target",
                            defaultValue = "${target?j_string}",
                            description = "The column to predict (${default}).")
                    String target,
<#if kind == "texts">
            @Option(
                            names = "--text",
                            defaultValue = "${text?j_string}",
                            description = "The column with the texts (${default}).")
                    String text,
</#if>
</#if>
            @Option(names = "--model", defaultValue = "model", description = "The folder to write (${default}).")
                    Path model,
            @Option(
                            names = "--epochs",
                            defaultValue = "${epochs}",
                            description = "Passes over the data (${default}).")
                    int epochs,
            @Option(names = "--batch", defaultValue = "${batch}", description = "Rows in a step (${default}).")
                    int batchSize,
            @Option(
                            names = "--seed",
                            defaultValue = "42",
                            description = "Determines weights and order (${default}).")
                    long seed)
            throws Exception {
<#if kind == "images">
        ImageFolder folder = ImageFolder.read(data);
        ImageEncoder encoder = ImageEncoder.learn(folder);
        Examples examples = encoder.examples(folder);
<#elseif kind == "texts">
        Table table = Table.read(data);
        TextEncoder encoder = TextEncoder.learn(table, text, target);
        Examples examples = encoder.examples(table);
<#else>
        Table table = Table.read(data);
        TableEncoder encoder = TableEncoder.learn(table, target);
        Examples examples = encoder.examples(table);
</#if>
        Files.createDirectories(model);
        try (${example} network = ${example}.train(spec(encoder), examples, epochs, batchSize, seed)) {
            network.save(model);
        }
        encoder.save(model.resolve(ENCODER));
        System.out.println("trained on " + examples.rows() + " rows; the model is in " + model);
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Scores a saved network on rows it was not trained on.")
    int evaluate(
<#if kind == "images">
            @Option(
                            names = "--data",
                            defaultValue = "data/test",
                            description = "A folder with one subfolder of images for each class (${default}).")
                    Path data,
<#else>
            @Option(names = "--data", defaultValue = "data/test.csv", description = "The test rows (${default}).")
                    Path data,
</#if>
            @Option(names = "--model", defaultValue = "model", description = "A folder from train (${default}).")
                    Path model)
            throws Exception {
        ${encoder} encoder = ${encoder}.load(encoderFile(model));
        try (${example} network = ${example}.load(spec(encoder), model)) {
            double score = network.evaluate(encoder.examples(<#if kind == "images">ImageFolder<#else>Table</#if>.read(data)));
<#if classifier>
            System.out.printf(Locale.ROOT, "accuracy %.4f%n", score);
<#else>
            System.out.printf(Locale.ROOT, "RMSE %.4f%n", score * encoder.scale().deviation());
</#if>
        }
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Writes predictions as comma-separated values.")
    int predict(
<#if kind == "images">
            @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "Files of images.") List<Path> files,
<#else>
            @Parameters(paramLabel = "FILE", description = "Rows; the column to predict may be absent.") Path file,
</#if>
            @Option(names = "--model", defaultValue = "model", description = "A folder from train (${default}).")
                    Path model)
            throws Exception {
        ${encoder} encoder = ${encoder}.load(encoderFile(model));
        Features features = encoder.features(<#if kind == "images">files<#else>Table.read(file)</#if>);
        List<String> header = new ArrayList<>(List.of(<#if kind == "images">"file", </#if>"prediction"));
<#if classifier>
        header.addAll(encoder.classes());
</#if>
        CSVPrinter printer = new CSVPrinter(System.out, CSVFormat.DEFAULT);
        printer.printRecord(header);
        try (${example} network = ${example}.load(spec(encoder), model)) {
            for (int from = 0; from < features.rows(); from += PREDICTION_BATCH) {
                int to = Math.min(features.rows(), from + PREDICTION_BATCH);
<#if classifier>
                float[][] probabilities = network.predict(features.slice(from, to));
                for (int row = from; row < to; row++) {
                    printer.printRecord(record(<#if kind == "images">files.get(row), </#if>encoder.classes(), probabilities[row - from]));
                }
<#else>
                for (float value : network.predict(features.slice(from, to))) {
                    printer.printRecord(encoder.scale().unscale(value));
                }
</#if>
            }
        }
        printer.flush();
        return 0;
    }
<#if classifier>

    private static List<Object> record(<#if kind == "images">Path file, </#if>List<String> classes, float[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        List<Object> record = new ArrayList<>(List.of(<#if kind == "images">file, </#if>classes.get(best)));
        for (float probability : probabilities) {
            record.add(probability);
        }
        return record;
    }
</#if>

    private static Path encoderFile(Path model) {
        Path file = model.resolve(ENCODER);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(model + ": there is no network in this folder; train one first");
        }
        return file;
    }

    private static ${spec} spec(${encoder} encoder) {
<#switch kind>
<#case "classes">
        return MlpSpec.classifier(encoder.width(), HIDDEN, encoder.classes().size());
<#break>
<#case "values">
        return MlpSpec.regressor(encoder.width(), HIDDEN);
<#break>
<#case "images">
        return new CnnSpec(
                encoder.channels(),
                encoder.height(),
                encoder.width(),
                FILTERS,
                HIDDEN,
                encoder.classes().size());
<#break>
<#case "texts">
        return new TextSpec(
                encoder.vocabularySize(),
                encoder.length(),
                EMBEDDING,
                HIDDEN,
                encoder.classes().size());
<#break>
</#switch>
    }

    /** Reports invalid input in one line, and a defect with its stack trace. */
    private static int report(Exception problem, CommandLine command, ParseResult input) throws Exception {
        if (problem instanceof NoSuchFileException missing) {
            command.getErr().println(missing.getFile() + ": there is no such file");
            return 2;
        }
        if (problem instanceof IllegalArgumentException
                || problem instanceof IOException
                || problem instanceof UncheckedIOException) {
            command.getErr().println(problem.getMessage());
            return 2;
        }
        throw problem;
    }
}
