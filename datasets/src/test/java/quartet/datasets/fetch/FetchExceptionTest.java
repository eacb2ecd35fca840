package quartet.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class FetchExceptionTest {
    @Test
    void theReasonIsTheMessageOrTheNameOfTheExceptionInWords() {
        assertThat(FetchException.reason(new IOException("some message"))).isEqualTo("some message");
        assertThat(FetchException.reason(new ClosedChannelException())).isEqualTo("closed channel");
        assertThat(FetchException.reason(new AccessDeniedException("/a/path"))).isEqualTo("access denied");
        assertThat(FetchException.reason(new FileSystemException("/a/path", null, "No space left on device")))
                .isEqualTo("No space left on device");
    }

    @Test
    void aFailedConnectionHasAReasonForPeople() {
        assertThat(FetchException.reason(new HttpConnectTimeoutException("HTTP connect timed out")))
                .isEqualTo("no connection in time");
        assertThat(FetchException.reason(new ConnectException())).isEqualTo("cannot connect");
        Throwable unknownHost = new ConnectException().initCause(new UnresolvedAddressException());
        assertThat(FetchException.reason(unknownHost)).isEqualTo("unknown host; offline?");
    }
}
