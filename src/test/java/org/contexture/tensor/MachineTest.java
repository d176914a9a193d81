package org.contexture.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {
    /** Published results tell of it: another one here would make them incomparable bit for bit. */
    private static final String ARITHMETIC = "fused multiply-adds, fingerprint 094ce36c";

    @Test
    void theArithmeticIsTheSameOnEveryCpu() {
        assertEquals(
                ARITHMETIC, Machine.here().arithmetic(), "on " + Machine.here().cpu());
    }

    @Test
    void aMachineAlwaysDescribesItselfAlikeAndNamesItsFacts() {
        Machine machine = Machine.here();
        assertEquals(machine, Machine.here());
        assertFalse(machine.cpu().isBlank());
        assertEquals(Machine.FACTS, List.copyOf(machine.facts().keySet()));
    }

    /** ND4J takes a second to load, and no number passes through it. */
    @Test
    void aMachineIsDescribedWithoutAnyLibrary() throws Exception {
        URL own = Machine.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {own}, ClassLoader.getPlatformClassLoader())) {
            assertThrows(ClassNotFoundException.class, () -> alone.loadClass("org.nd4j.linalg.factory.Nd4j"));
            Object machine =
                    alone.loadClass(Machine.class.getName()).getMethod("here").invoke(null);
            assertEquals(Machine.here().toString(), machine.toString());
        }
    }
}
