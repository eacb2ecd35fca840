package quartet.harness.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import quartet.harness.UsageException;
import quartet.harness.html.SortableTable;
import quartet.harness.report.ResultFiles;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Run;

class ResultPageTest {
    private static final String HOSTILE =
            "<script>alert(1)</script>\" onload='x' ${7*7} </svg></style><!-- \u001b[2J \u202e\u0000 &amp;";
    private static final String LONG = "x".repeat(10_000);
    private static final Pattern SVG = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);

    @Test
    void showsEveryChartOfACompleteComparison() throws Exception {
        String page = ResultPage.html(SampleComparison.complete(SampleComparison.ENGINES, 5, true));
        assertThat(page)
                .contains("Loss over epochs", "Loss over time", "Score over epochs", "Score over time")
                .contains("Training time relative to scratch", "Score against training time")
                .contains("Latency of inference", "Throughput of inference", "Peak memory", "Cold start")
                .contains("Time to the trained network", "Where the process spends its time")
                .contains(
                        "Where a training step's time goes",
                        "hand-over 0.8264, forward 16.53, backward 49.59, update 33.06")
                .contains("Box: from 25 to 75 %", "<td data-key=\"38.0\">38.0</td>")
                .contains("Differences by step and tensor", "Training time in both divisions")
                .contains(
                        "Computer vision <span>cv on digits</span>",
                        "<b>Idiomatic division:</b> ",
                        "<path class=\"band s3\"")
                .contains("scratch trains fastest, in ", "All agree with float64.");
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(6_000_000);
        assertImagesAreWellFormed(page);
    }

    @Test
    void loadsNothing() {
        String page = ResultPage.html(SampleComparison.complete(SampleComparison.ENGINES, 2, true));
        assertThat(page).doesNotContain("http:", "https:", "src=", "@import", "url(");
    }

    @Test
    void textFromAWorkerIsShownAndNotObeyed() throws Exception {
        String page = ResultPage.html(SampleComparison.failing(List.of(HOSTILE, LONG, "broken"), HOSTILE));
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("${7*7}")
                .doesNotContain(
                        "<script>alert", "</svg></style>", "<!-- ", "\u001b", "\u202e", "\u0000", "x".repeat(501));
        assertThat(Pattern.compile("<script").matcher(page).results().count()).isEqualTo(1);
        assertImagesAreWellFormed(page);
    }

    @Test
    void aPictureIsAnImageOfItsOwn() throws Exception {
        String picture = Picture.of(SampleComparison.complete(SampleComparison.ENGINES, 2, false));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(picture)));
        assertThat(picture)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" ")
                .contains("Computer vision", "djl-tensorflow", "2 rounds, 1 thread an engine", "--s0: #0060a8");
        assertThat(Picture.of(SampleComparison.failing(List.of(HOSTILE, LONG, "broken"), HOSTILE)))
                .contains("&lt;script&gt;", "failed")
                .doesNotContain("<script", "x".repeat(501));
    }

    @Test
    void whatIsEmptyIsAbsent() throws Exception {
        Results results = SampleComparison.complete(List.of("scratch"), 1, false);
        List<Run> idiomatic =
                results.runs().stream().filter(run -> run.epochs().isEmpty()).toList();
        String page = ResultPage.html(SampleComparison.results(List.of("scratch"), 1, idiomatic));
        assertThat(page)
                .contains("Training time", "scratch trains in ", "Accuracy is 0.91.")
                .doesNotContain("Loss over", "Score over", "relative to scratch", "Cold start", "float64")
                .doesNotContain("class=\"band", "Deviations");
        assertImagesAreWellFormed(page);
    }

    @Test
    void aComparisonWithoutACompleteRunHasNoCharts() {
        String page = ResultPage.html(SampleComparison.failing(List.of("scratch"), "exit code 3"));
        assertThat(page)
                .contains("No engine completed a run.", "Not completed: scratch (failed).")
                .contains("<li>scratch: failed: exit code 3</li>")
                .doesNotContain("<svg", "<figure");
        assertThat(ResultPage.html(SampleComparison.results(List.of(), 1, List.of())))
                .contains("The comparison has no results yet.");
    }

    /** Each number of a results file in turn is replaced by an extreme one. */
    @Test
    void drawsAnyNumber(@TempDir Path folder) throws Exception {
        ResultFiles.write(folder, SampleComparison.failing(SampleComparison.ENGINES.subList(0, 3), "exit code 3"));
        Path file = folder.resolve("results.json");
        String json = Files.readString(file);
        List<MatchResult> numbers = Pattern.compile(
                        "(?<=\"(?:loss|seconds|score|accuracy|trainSeconds|p50Micros|difference|peakRssBytes|distance|"
                                + "tolerance|ratioToScratch|ratioLow)\" : )[-0-9.E]+")
                .matcher(json)
                .results()
                .toList();
        assertThat(numbers).hasSizeGreaterThan(100);
        for (int i = 0; i < numbers.size(); i += 7) {
            MatchResult number = numbers.get(i);
            for (String replacement : List.of("0", "-1", "1e300", "-1e300", "1e-300", "\"NaN\"", "\"-Infinity\"")) {
                Files.writeString(file, json.substring(0, number.start()) + replacement + json.substring(number.end()));
                assertDraws(folder, replacement + " at " + number.start());
            }
        }
    }

    private static void assertDraws(Path folder, String what) throws Exception {
        Results results;
        try {
            results = ResultFiles.read(folder);
        } catch (UsageException e) {
            return; // Memory is a whole number, which a file with another one violates.
        }
        String page = ResultPage.html(results);
        SVG.matcher(page).results().forEach(svg -> assertThat(
                        svg.group().replaceAll("<(title|desc).*?</\\1>|>[^<]*<", ""))
                .as(what)
                .doesNotContain("NaN", "Infinity"));
    }

    @Test
    void writesBesideTheResults(@TempDir Path folder) throws IOException {
        ResultPage.write(folder, SampleComparison.complete(List.of("scratch"), 1, false));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(folder.resolve("index.html")).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void cellsSortByTheNumberAtTheirStart() throws IOException {
        JsonNode cells = new JsonMapper()
                .valueToTree(List.of(
                        SortableTable.Cell.of("2.01x slower"),
                        SortableTable.Cell.of("fastest"),
                        SortableTable.Cell.of("-0.5"),
                        SortableTable.Cell.of("failed")));
        assertThat(cells.findValuesAsText("key")).containsExactly("2.01", "1", "-0.5", "");
    }

    private static void assertImagesAreWellFormed(String page)
            throws ParserConfigurationException, SAXException, IOException {
        for (MatchResult svg : SVG.matcher(page).results().toList()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg.group())));
        }
    }
}
