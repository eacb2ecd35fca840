package quartet.notebook.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.notebook.format.NotebookFolder;
import quartet.notebook.format.NotebookWriter;
import quartet.notebook.format.TextForm;
import quartet.notebook.session.Limits;

class NotebookServerTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path directory = Path.of("");

    private NotebookServer server;

    @BeforeEach
    void start() throws IOException {
        NotebookFolder folder = new NotebookFolder(Files.createDirectory(directory.resolve("notebooks")));
        Files.writeString(directory.resolve("Library.java"), "class Library {}");
        Files.writeString(directory.resolve("secret.txt"), "secret");
        String links = "[class](../Library.java) [next](02-next.ipynb)";
        NotebookWriter.write(
                TextForm.parse("01-test", "// %% md\n# <b>Title</b> $a_1 < b_2$\n" + links + "\n// %%\n\"<script>\"\n"),
                folder.file("01-test"));
        server = new NotebookServer(folder, new Sessions(new Limits(Duration.ofSeconds(30), "64m")), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPageRunsCells() throws Exception {
        HttpResponse<String> page = get(server.address() + "01-test");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("&lt;b&gt;Title", "<span class=\"math\">a_1 &lt; b_2</span>", "&quot;&lt;script&gt;&quot;")
                .doesNotContain("http:", "https:");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
        assertThat(post("run", "{\"source\": \"int x = 20;\"}", origin()).body())
                .contains("\"finished\":true");
        assertThat(post("run", "{\"source\": \"x + 1\"}", origin()).body()).contains("\"text\":\"21\"");
        assertThat(post("restart", "{}", origin()).statusCode()).isEqualTo(200);
        assertThat(post("run", "{\"source\": \"x\"}", origin()).body()).contains("does not compile");
    }

    @Test
    void linksLeadToTheSources() throws Exception {
        assertThat(get(server.address() + "01-test").body())
                .contains("href=\"source/Library.java\"", "href=\"02-next\"");
        assertThat(get(server.address() + "source/Library.java").body()).isEqualTo("class Library {}");
        assertThat(get(server.address() + "source/secret.txt").statusCode()).isEqualTo(404);
        assertThat(get(server.address() + "source/missing.java").statusCode()).isEqualTo(404);
        assertThat(get(server.address() + "source/..%2F..%2Fother.java").statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingElseStartsACell() throws Exception {
        String run = "{\"source\": \"1\"}";
        assertThat(post("run", run, "http://attacker.example").statusCode()).isEqualTo(403);
        assertThat(post("run", run, "null").statusCode()).isEqualTo(403);
        assertThat(post("run", run, "").statusCode()).isEqualTo(403);
        HttpRequest form = request("run", run)
                .setHeader("Origin", origin())
                .setHeader("Content-Type", "text/plain")
                .build();
        assertThat(client.send(form, HttpResponse.BodyHandlers.ofString()).statusCode())
                .as("a form of another site cannot send JSON")
                .isEqualTo(403);
        String withoutToken = origin() + "/wrong/01-test";
        assertThat(get(withoutToken).statusCode()).isEqualTo(404);
        assertThat(get(origin() + "/").statusCode()).isEqualTo(404);
        assertThat(get(server.address() + "..%2F..%2Fetc").statusCode()).isEqualTo(404);
        assertThat(get(server.address() + "02-missing").statusCode()).isEqualTo(404);
    }

    private String origin() {
        URI address = URI.create(server.address());
        return "http://127.0.0.1:" + address.getPort();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String action, String body, String origin)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(action, body);
        if (!origin.isEmpty()) {
            request.setHeader("Origin", origin);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String action, String body) {
        return HttpRequest.newBuilder(URI.create(server.address() + "01-test/" + action))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
