package quartet.djl.pytorch.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NativeLibraryTest {

    @Test
    void namesTheSupportedPlatforms() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dos.arch=riscv64",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Load.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output)
                .contains("UnsupportedOperationException: PyTorch: no native library could be loaded on ")
                .contains("riscv64; supported are linux-x86_64, linux-aarch64, osx-aarch64 and win-x86_64");
    }

    /** Loads the library in a JVM of its own. */
    static final class Load {
        private Load() {}

        public static void main(String[] arguments) {
            System.out.println(NativeLibrary.engine());
        }
    }
}
