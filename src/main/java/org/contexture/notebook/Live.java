package org.contexture.notebook;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.contexture.experiment.status.ExperimentStatus;
import org.contexture.results.Results;
import org.contexture.results.Tables;
import org.contexture.setting.UserError;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.jspecify.annotations.Nullable;

/**
 * A view of results that is drawn again whenever it changes, while a sweep runs in another process:
 *
 * <pre>{@code
 * import static org.contexture.notebook.Live.*;
 * live("../results/smoke", Figures::learningCurves);
 * }</pre>
 */
public final class Live {
    private static final long PAUSE = 1000; // ms; a run writes its status once a second

    private final Path folder;
    private final Function<Results, ?> view;
    private final Consumer<Object> screen;
    private @Nullable Object shown;

    /** @param screen shows what it is given in the place of what it was given before */
    Live(Path folder, Function<Results, ?> view, Consumer<Object> screen) {
        this.folder = folder;
        this.view = view;
        this.screen = screen;
    }

    /**
     * Shows a view of a folder of results until the run that writes it ends, or the cell is interrupted.
     *
     * @param view what to show, such as {@code results -> Figures.heatMap(results, "bleu")}; where it says that something is not
     *     there yet, its message is shown for as long
     * @throws UserError if the folder holds no results, or lacks at the end what the view needs
     */
    public static void live(String folder, Function<Results, ?> view) {
        new Live(Path.of(folder), view, new Cell()).follow(Live::pause);
    }

    /** @param pause waits a while, and says whether to go on */
    void follow(BooleanSupplier pause) {
        boolean isAtWork;
        do {
            // Asked first: what is written between question and drawing is then drawn in any case.
            isAtWork = ExperimentStatus.read(folder, Instant.now()).runner().isAtWork();
            show(isAtWork);
        } while (isAtWork && pause.getAsBoolean());
    }

    private void show(boolean isAtWork) {
        Object now;
        try {
            now = view.apply(Tables.open(folder));
        } catch (UserError e) {
            if (!isAtWork) {
                throw e;
            }
            now = Objects.requireNonNullElse(e.getMessage(), "");
        }
        if (!now.equals(shown)) {
            screen.accept(now);
            shown = now;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            return false; // the cell was interrupted: what is shown stays
        }
    }

    /** The output of the cell that runs. */
    private static final class Cell implements Consumer<Object> {
        private @Nullable String id;

        @Override
        public void accept(Object drawn) {
            if (id == null) {
                id = BaseNotebookStatics.display(drawn);
            } else {
                BaseNotebookStatics.updateDisplay(id, drawn);
            }
        }
    }
}
