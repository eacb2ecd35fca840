package quartet.datasets.fetch;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a response to a file as it arrives. Unlike the subscribers of the JDK, it counts the bytes, keeps
 * those that arrived before a failure, and distinguishes a file that cannot be written from a broken connection.
 */
final class PartSubscriber implements BodySubscriber<Long> {
    private final Path part;
    private final long start;
    private final long maximumBytes;
    private final AtomicLong bytes;
    private final CompletableFuture<Long> result = new CompletableFuture<>();
    private @Nullable Subscription subscription;
    private @Nullable FileChannel file;

    /**
     * Creates the subscriber of one response.
     *
     * @param start the position in the file where the body begins; the file is truncated there
     * @param maximumBytes the maximum length of the file; a longer file is discarded
     * @param bytes updated to the length of the file
     */
    PartSubscriber(Path part, long start, long maximumBytes, AtomicLong bytes) {
        this.part = part;
        this.start = start;
        this.maximumBytes = maximumBytes;
        this.bytes = bytes;
    }

    /** Returns the length of the complete file. */
    @Override
    public CompletionStage<Long> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        try {
            file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            file.truncate(start);
            file.position(start);
            given.request(Long.MAX_VALUE);
        } catch (IOException e) {
            fail(e);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (file == null || result.isDone()) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                while (buffer.hasRemaining()) {
                    bytes.addAndGet(file.write(buffer));
                }
            }
            if (bytes.get() > maximumBytes) {
                file.truncate(0);
                fail(new FetchException("expected at most " + maximumBytes + " bytes, but the server sent more"));
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        fail(CacheFolder.unwritable(part, e));
    }

    private void fail(Exception e) {
        if (subscription != null) {
            subscription.cancel();
        }
        close();
        result.completeExceptionally(e);
    }

    @Override
    public void onError(Throwable broken) {
        close();
        result.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        close();
        result.complete(bytes.get());
    }

    private void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                result.completeExceptionally(CacheFolder.unwritable(part, e));
            }
        }
    }
}
