package org.contexture.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is left of a line where parts of it cannot be shown. */
final class Runs {
    private Runs() {}

    /** The shown ones in their order, parted where one between them is not shown. */
    static <T> List<List<T>> of(List<T> all, Predicate<T> shown) {
        List<List<T>> runs = new ArrayList<>();
        boolean starts = true;
        for (T each : all) {
            boolean isShown = shown.test(each);
            if (isShown && starts) {
                runs.add(new ArrayList<>());
            }
            if (isShown) {
                runs.get(runs.size() - 1).add(each);
            }
            starts = !isShown;
        }
        return runs;
    }
}
