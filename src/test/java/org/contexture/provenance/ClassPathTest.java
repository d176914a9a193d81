package org.contexture.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassPathTest {
    @Test
    void whoeverLooksForAMomentSeesSomeJarsOnlyAndAllAgainAfterwards() {
        List<String> seen = new ArrayList<>();
        ClassPath.showing(jar -> jar.toString().contains("picocli"), () -> seen.add(property()));
        assertTrue(seen.get(0).matches(".*picocli[^:;]*"), seen::toString);
        assertTrue(seen.get(0).length() < ClassPath.all().length());
        assertEquals(ClassPath.all(), property());
    }

    @Test
    void allAreSeenWhereThereAreNoSuchJars() {
        ClassPath.showing(jar -> false, () -> assertEquals(ClassPath.all(), property()));
    }

    @Test
    void aFailureLeavesTheWholeClassPathBehind() {
        Runnable failure = () -> {
            throw new IllegalStateException("on purpose");
        };
        assertThrows(IllegalStateException.class, () -> ClassPath.showing(jar -> true, failure));
        assertEquals(ClassPath.all(), property());
    }

    private static String property() {
        return System.getProperty("java.class.path");
    }
}
