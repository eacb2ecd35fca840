package quartet.harness.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A page that is open in a browser, and what it did since: messages of errors, dialogs, and requests beside that for the
 * page itself.
 */
public final class Visit implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    private Visit(BrowserContext context, String url) {
        this.context = context;
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (!message.type().equals("log")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(url);
        requests.remove(url);
    }

    /**
     * Opens a page.
     *
     * @param url of the page
     * @param width of the window in CSS pixels
     * @param dark whether the reader prefers a dark page
     */
    public static Visit open(Browser browser, String url, int width, boolean dark) {
        return new Visit(
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setBypassCSP(false)
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)),
                url);
    }

    public Page page() {
        return page;
    }

    /** Returns the value of a JavaScript expression, as text. */
    public String text(String expression) {
        return String.valueOf(page.evaluate(expression));
    }

    /** Returns the value of a JavaScript expression. */
    public double number(String expression) {
        return ((Number) Objects.requireNonNull(page.evaluate(expression))).doubleValue();
    }

    /** Returns a list of texts that a JavaScript expression computes. */
    public List<String> texts(String expression) {
        List<?> values = (List<?>) Objects.requireNonNull(page.evaluate(expression));
        return values.stream().map(String::valueOf).toList();
    }

    /** Returns the errors, warnings and dialogs until now. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Returns the addresses that the page asked for, except its own. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns the serious and critical violations of accessibility that axe-core finds, with the elements. */
    public List<String> violations() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(Visit::describe)
                        .toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
