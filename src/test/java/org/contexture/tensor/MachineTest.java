package org.contexture.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MachineTest {
    @Test
    void aMachineAlwaysDescribesItselfAlike() {
        Machine machine = Machine.here();
        assertEquals(machine, Machine.here());
        assertTrue(machine.nd4j().matches("ND4J 1\\.0\\.0-M2\\.1 [0-9a-f]{7}"), machine.nd4j());
        assertTrue(machine.blas().matches("OpenBLAS [0-9a-f]{8}"), machine.blas());
        assertTrue(!machine.cpu().isBlank());
    }
}
