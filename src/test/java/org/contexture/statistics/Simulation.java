package org.contexture.statistics;

import java.util.Arrays;
import java.util.function.Predicate;

/** Draws data of which the truth is known, and counts. */
final class Simulation {
    private final Pcg64 random;

    Simulation(long seed) {
        random = new Pcg64(seed);
    }

    /** Standard normal (Box and Muller, 1958). */
    double normal() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    double[] normals(int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> normal());
        return values;
    }

    /** How often, of so many sets of n standard normal values. */
    double share(int sets, int n, Predicate<double[]> event) {
        int count = 0;
        for (int k = 0; k < sets; k++) {
            count += event.test(normals(n)) ? 1 : 0;
        }
        return (double) count / sets;
    }

    /** Of a share that is p in truth, counted over so many sets. */
    static double standardError(double p, int sets) {
        return Math.sqrt(p * (1 - p) / sets);
    }
}
