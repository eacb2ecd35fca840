package quartet.harness.process;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Locates the class path entries from which classes were loaded. */
public final class CodeLocation {
    private CodeLocation() {}

    /** Returns the jar or folder of each class, as a class path entry for another JVM. */
    public static List<String> of(Class<?>... classes) {
        List<String> locations = new ArrayList<>();
        for (Class<?> type : classes) {
            try {
                locations.add(Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return locations;
    }
}
