package quartet.harness.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import quartet.harness.UsageException;
import quartet.harness.page.ResultPage;
import quartet.harness.report.ResultFiles;

/**
 * Serves the page of a comparison while it runs. It listens on the loopback address only, on a free port, answers GET and
 * HEAD for one path, and refuses requests whose Host is not its own, so that no web page can read it through a
 * browser. The page polls with HEAD whether it has changed. It is built on each request.
 *
 * <p>Building and displaying the page take processor time from the measurements.
 */
public final class ReportServer implements AutoCloseable {
    private static final String RESULTS = "results.json";
    private static final String NONE = "none";

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "report-server");
        thread.setDaemon(true);
        return thread;
    });
    private Page page = new Page("", "");

    /** A page and the version of the results that it shows. */
    private record Page(String version, String html) {}

    private ReportServer(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    /**
     * Starts to serve.
     *
     * @param folder where the comparison writes its results
     * @throws UsageException if no port can be opened
     */
    public static ReportServer start(Path folder) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ReportServer server = new ReportServer(folder, http);
            http.setExecutor(server.threads);
            http.createContext("/", server::answer);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UsageException("--serve: no local port can be opened (" + e.getMessage() + ")", e);
        }
    }

    /** Returns the address to open in a browser. */
    public String address() {
        return "http://" + host() + "/";
    }

    private String host() {
        InetSocketAddress address = server.getAddress();
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!accepted(exchange.getRequestHeaders())) {
                exchange.sendResponseHeaders(403, -1);
            } else if (!List.of("GET", "HEAD").contains(method)) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
            } else if (!exchange.getRequestURI().getPath().equals("/")) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                show(exchange, method.equals("GET"));
            }
        }
    }

    private boolean accepted(Headers headers) {
        String host = headers.getFirst("Host");
        return host().equals(host) || ("localhost:" + server.getAddress().getPort()).equals(host);
    }

    private void show(HttpExchange exchange, boolean body) throws IOException {
        String version = version();
        Headers headers = exchange.getResponseHeaders();
        headers.set("ETag", '"' + version + '"');
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Content-Type", "text/html; charset=utf-8");
        if (!body) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        if (!page.version().equals(version)) {
            page = new Page(version, build(version));
        }
        byte[] bytes = page.html().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Returns the page. Until the first run has ended, it is a placeholder that reloads. */
    private String build(String version) {
        return version.equals(NONE) ? ResultPage.waiting(version) : ResultPage.live(ResultFiles.read(folder), version);
    }

    private String version() throws IOException {
        Path results = folder.resolve(RESULTS);
        return Files.isRegularFile(results)
                ? Long.toString(Files.getLastModifiedTime(results).toMillis(), 36) + "-" + Files.size(results)
                : NONE;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
