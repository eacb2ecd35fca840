package quartet.harness.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import quartet.contract.experiment.Project;
import quartet.harness.UsageException;
import quartet.harness.worker.InstalledEngine;

class ReaderPageTest {
    private static final List<Project> ALL = List.of(Project.values());
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern MATH = Pattern.compile("<math.*?</math>", Pattern.DOTALL);

    private final Path folder;

    ReaderPageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private String page(List<InstalledEngine> engines) {
        return new ReaderPage(CheckoutEngines.HOME, engines, Optional.empty()).html(folder.resolve("p.html"), ALL);
    }

    @Test
    void everyLinkLeadsSomewhere() {
        String page = page(CheckoutEngines.all());
        List<String> files = new ArrayList<>();
        for (MatchResult link : LINK.matcher(page).results().toList()) {
            String address = link.group(1);
            if (address.startsWith("#")) {
                assertThat(page).contains("id=\"" + address.substring(1) + "\"");
            } else if (!address.startsWith("https://javadoc.io/") && !address.startsWith("data:")) {
                files.add(address);
            }
        }
        assertThat(files).hasSizeGreaterThan(100).anyMatch(file -> file.endsWith("nn/image/Conv2d.java"));
        assertThat(files.stream().distinct())
                .allSatisfy(file -> assertThat(Path.of(folder.toUri().resolve(URI.create(file))))
                        .isRegularFile());
    }

    @Test
    void formulasAreMarkupOfBrowsersAndBelongToClasses() throws Exception {
        Checkout checkout = new Checkout(CheckoutEngines.HOME, folder.resolve("p.html"));
        for (Project project : Project.values()) {
            for (Role role : Role.values()) {
                for (Formula formula : Formulas.of(project, role)) {
                    assertThat(checkout.find(formula.type())).as(formula.type()).isPresent();
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(formula.mathml())));
                    assertThat(formula.mathml()).startsWith("<math ").doesNotContain("mfenced");
                }
            }
        }
        assertThat(MATH.matcher(page(CheckoutEngines.all())).results().count()).isGreaterThan(40);
        assertThat(new Formula("", "f(0, x)", "").mathml())
                .contains("<mrow><mo>(</mo><mn>0</mn><mo>,</mo><mi>x</mi><mo>)</mo></mrow>");
    }

    @Test
    void loadsNothingAndIsSmall() {
        String page = page(CheckoutEngines.all());
        assertThat(page).doesNotContain(" src=", "@import", "url(", "<link rel=\"stylesheet");
        assertThat(Pattern.compile("<script").matcher(page).results().count()).isEqualTo(1);
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(4_000_000);
    }

    /** A folder that is dropped in; its example has other methods, and no adapter. */
    @Test
    void aFifthEngineIsAColumn() throws IOException {
        Path module = folder.resolve("fifth");
        Path sources = Files.createDirectories(module.resolve("src/main/java/fifth"));
        Files.writeString(sources.resolve("ImageClassifier.java"), """
                package fifth;
                /** A <b>fifth</b> one. */
                final class ImageClassifier {
                    static String network() {
                        return "</code></pre><script>alert(1)</script>";
                    }
                }
                """);
        InstalledEngine fifth = CheckoutEngines.engine("fifth", "Fifth & last", "fifth", module);
        String page = new ReaderPage(folder, List.of(fifth), Optional.empty()).html(folder.resolve("p.html"), ALL);
        assertThat(page)
                .contains("Fifth &amp; last", "href=\"fifth/src/main/java/fifth/ImageClassifier.java\"")
                .contains("A &lt;b&gt;fifth&lt;/b&gt; one.", "&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;alert(1)")
                .contains("The example has no lines of its own for this.")
                .doesNotContain("<script>alert", "id=\"nlp\"");
    }

    @Test
    void whatCannotBeReadOrWrittenIsOneLine() throws IOException {
        ReaderPage page = new ReaderPage(CheckoutEngines.HOME, CheckoutEngines.all(), Optional.empty());
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> page.write(file.resolve("page.html"), List.of(Project.CV)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageEndingWith("; choose another --out");
        assertThatThrownBy(() -> new ReaderPage(folder, List.of(), Optional.empty()).html(file, ALL))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("has the source of an example");
        Path broken = Files.writeString(folder.resolve("Broken.java"), "class Broken { void f( }");
        assertThatThrownBy(() -> JavaSource.read(broken))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Broken.java is not Java 17");
    }
}
