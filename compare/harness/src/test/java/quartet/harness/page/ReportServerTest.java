package quartet.harness.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import quartet.harness.browser.Chromium;
import quartet.harness.browser.Visit;
import quartet.harness.report.ResultFiles;
import quartet.harness.serve.ReportServer;

class ReportServerTest {
    private static HttpResponse<String> send(ReportServer server, String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.address()).resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void showsWhatTheComparisonHasWritten(@TempDir Path folder) throws Exception {
        try (ReportServer server = ReportServer.start(folder)) {
            assertThat(server.address()).startsWith("http://127.0.0.1:");
            HttpResponse<String> waiting = send(server, "GET", "/");
            assertThat(waiting.body()).contains("The comparison has no results yet.");
            ResultFiles.write(folder, SampleComparison.results(List.of("scratch"), 1, List.of()));
            assertThat(send(server, "GET", "/").body())
                    .contains("The comparison has begun.")
                    .doesNotContain("Receipt");
            ResultFiles.write(folder, SampleComparison.complete(List.of("scratch"), 1, false));
            HttpResponse<String> head = send(server, "HEAD", "/");
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("ETag"))
                    .isNotEqualTo(waiting.headers().firstValue("ETag"));
            HttpResponse<String> page = send(server, "GET", "/");
            assertThat(page.headers().firstValue("ETag"))
                    .isEqualTo(head.headers().firstValue("ETag"));
            assertThat(page.body()).contains("scratch trains in ");
        }
    }

    @Test
    void answersNothingElse(@TempDir Path folder) throws Exception {
        ResultFiles.write(folder, SampleComparison.complete(List.of("scratch"), 1, false));
        try (ReportServer server = ReportServer.start(folder)) {
            assertThat(send(server, "POST", "/").statusCode()).isEqualTo(405);
            assertThat(send(server, "PUT", "/").statusCode()).isEqualTo(405);
            for (String path : List.of("/results.json", "/..%2fresults.json", "/index.html", "/logs/")) {
                assertThat(send(server, "GET", path).statusCode()).as(path).isEqualTo(404);
            }
            int port = URI.create(server.address()).getPort();
            assertThat(status(port, "Host: evil.example:" + port)).isEqualTo("HTTP/1.1 403 Forbidden");
            assertThat(status(port, "Host: 127.0.0.1")).isEqualTo("HTTP/1.1 403 Forbidden");
            assertThat(status(port, "Host: localhost:" + port)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    /** The first line of an answer; a client of the JDK does not send a foreign Host. */
    private static String status(int port, String header) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET / HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    @ExtendWith(Chromium.class)
    void aBrowserSeesTheReportGrow(@TempDir Path folder, Browser browser) {
        try (ReportServer server = ReportServer.start(folder);
                Visit visit = Visit.open(browser, server.address(), 1000, false)) {
            assertThat(visit.page().locator("main").textContent()).contains("no results yet");
            ResultFiles.write(folder, SampleComparison.complete(List.of("scratch"), 1, false));
            visit.page().waitForSelector("figure");
            assertThat(visit.page().locator("#findings").textContent()).isEqualTo("Findings");
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
