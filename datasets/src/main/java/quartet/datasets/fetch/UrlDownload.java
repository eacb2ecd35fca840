package quartet.datasets.fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quartet.datasets.DatasetException;

/**
 * Downloads from a web server into a file and resumes an earlier download.
 *
 * <p>Resuming uses a range request (RFC 9110, section 14). The caller must verify the content by its SHA-256, because
 * the file on the server may have changed between the two downloads.
 */
final class UrlDownload {
    /** The timeout of a connection. It is short, so that the next source is tried soon if a site no longer exists. */
    private static final Duration CONNECT = Duration.ofSeconds(4);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NORMAL)
            .connectTimeout(CONNECT)
            .build();

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    /** The result of a response whose body is not written to the part. */
    private static final long NOT_WANTED = -1;

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+|\\*)(?:-\\d+)?/(\\d+|\\*)");

    private final URI address;
    private final Path part;
    private final DownloadLimits limits;
    private final Progress progress;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong totalBytes = new AtomicLong(-1);

    /**
     * Creates a download.
     *
     * @param part the file that collects the bytes
     * @param limits a download that exceeds one of them fails
     */
    UrlDownload(URI address, Path part, DownloadLimits limits, Progress progress) {
        this.address = address;
        this.part = part;
        this.limits = limits;
        this.progress = progress;
    }

    /** Receives the number of bytes present and the total, which is -1 if unknown. */
    interface Progress {
        void received(long bytes, long totalBytes);
    }

    /**
     * Downloads the missing bytes of the part. After a failure, the part keeps the received bytes.
     *
     * @throws FetchException if the server is unreachable, has no such file, closes the connection early, is silent, or
     *     exceeds a limit
     * @throws DatasetException if the part cannot be written
     */
    void run() throws FetchException, InterruptedException {
        long present = part.toFile().length();
        HttpResponse<Long> response = send(present);
        boolean unsatisfiable = response.statusCode() == RANGE_NOT_SATISFIABLE;
        if (unsatisfiable && range(response.headers(), 2).equals(Long.toString(present))) {
            return;
        }
        if (present > 0 && (unsatisfiable || isOtherRange(response))) {
            response = send(0);
        }
        if (response.statusCode() != OK && (response.statusCode() != PARTIAL_CONTENT || isOtherRange(response))) {
            throw new FetchException(address + ": HTTP status " + response.statusCode());
        }
        progress.received(bytes.get(), totalBytes.get());
    }

    /** Returns whether the server sent another range than the requested one. */
    private static boolean isOtherRange(HttpResponse<Long> response) {
        return response.statusCode() == PARTIAL_CONTENT && response.body() == NOT_WANTED;
    }

    /** Requests the content from a position to its end. */
    private HttpResponse<Long> send(long from) throws FetchException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        bytes.set(0);
        totalBytes.set(-1);
        return await(CLIENT.sendAsync(request.build(), response -> subscriber(response, from)));
    }

    private BodySubscriber<Long> subscriber(ResponseInfo response, long from) {
        boolean resumed = response.statusCode() == PARTIAL_CONTENT
                && range(response.headers(), 1).equals(Long.toString(from));
        if (response.statusCode() != OK && !resumed) {
            return BodySubscribers.replacing(NOT_WANTED);
        }
        long start = resumed ? from : 0;
        response.headers().firstValueAsLong("Content-Length").ifPresent(length -> totalBytes.set(start + length));
        bytes.set(start);
        return new PartSubscriber(part, start, limits.bytes(), bytes);
    }

    private HttpResponse<Long> await(CompletableFuture<HttpResponse<Long>> future)
            throws FetchException, InterruptedException {
        long seenBytes = -1;
        long startNanos = System.nanoTime();
        long seenNanos = startNanos;
        try {
            while (true) {
                try {
                    return future.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (System.nanoTime() - startNanos > limits.total().toNanos()) {
                        throw new FetchException(
                                address + ": not finished after "
                                        + limits.total().toSeconds() + " seconds",
                                e);
                    }
                    if (bytes.get() != seenBytes) {
                        seenBytes = bytes.get();
                        seenNanos = System.nanoTime();
                        if (seenBytes > 0) {
                            progress.received(seenBytes, totalBytes.get());
                        }
                    } else if (System.nanoTime() - seenNanos > limits.silence().toNanos()) {
                        throw new FetchException(
                                address + ": the server sent nothing for "
                                        + limits.silence().toSeconds() + " seconds",
                                e);
                    }
                }
            }
        } catch (ExecutionException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof DatasetException unwritable) {
                    throw unwritable;
                }
                if (cause instanceof FetchException tooLarge) {
                    throw new FetchException(address + ": " + tooLarge.getMessage(), tooLarge);
                }
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new FetchException(address + ": " + position() + FetchException.reason(cause), e);
        } finally {
            future.cancel(true);
        }
    }

    private String position() {
        return bytes.get() == 0 ? "" : "connection lost after " + bytes.get() + " bytes: ";
    }

    private static String range(HttpHeaders headers, int group) {
        Matcher range =
                CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
        return range.matches() ? range.group(group) : "";
    }
}
