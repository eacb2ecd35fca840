package quartet.dl4j.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeLibraryTest {
    /** The JVM loads a native library once, so that this test needs a JVM of its own. */
    @Test
    void aPlatformWithoutNativeLibraryIsNamed() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.bytedeco.javacpp.platform=linux-riscv64",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NativeLibraryTest.class.getName()))
                .redirectErrorStream(true)
                .start();
        try (InputStream output = process.getInputStream()) {
            assertThat(new String(output.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("UnsupportedOperationException: Deeplearning4j: no native library for linux-riscv64;"
                            + " supported are linux-x86_64, ");
        }
        assertThat(process.waitFor()).isEqualTo(1);
    }

    public static void main(String[] arguments) {
        System.out.println(new Dl4jEngine().info());
    }
}
