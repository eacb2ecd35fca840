package quartet.harness.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one headless Chromium, which all test classes share. It is the executable that the environment variable
 * {@code QUARTET_CHROMIUM} names, or an installed one. Without one the tests are skipped. Nothing is downloaded.
 */
public final class Chromium implements ExecutionCondition, ParameterResolver {
    private static final String VARIABLE = "QUARTET_CHROMIUM";
    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return executable()
                .map(path -> ConditionEvaluationResult.enabled(path + " is used"))
                .orElseGet(() -> ConditionEvaluationResult.disabled(
                        "no Chromium found; install it, or name its executable in " + VARIABLE));
    }

    private static Optional<Path> executable() {
        return Stream.concat(Stream.ofNullable(System.getenv(VARIABLE)), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
        return Objects.requireNonNull(running).browser();
    }

    /** The browser and the process that steers it. JUnit closes them after the last test. */
    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        static Running start() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                    .setExecutablePath(executable().orElseThrow());
            return new Running(playwright, playwright.chromium().launch(options));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
