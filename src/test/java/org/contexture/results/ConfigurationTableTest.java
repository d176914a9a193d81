package org.contexture.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.contexture.results.ConfigurationTable.Row;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class ConfigurationTableTest {
    private static final String GRU = "\"model.cell\": \"gru\", \"model.hidden\": 64, \"training.epochs\": 3";
    private static final String RNN = "\"model.cell\": \"rnn\", \"model.hidden\": 128, \"training.epochs\": 3";

    private final Path folder;

    ConfigurationTableTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void sixTrialsOfTwoConfigurations() {
        new TrialFolders(folder, "rnn-1", "gru-1", "rnn-2", "gru-2", "rnn-3", "gru-3", "gru-4")
                .begun("rnn-1", "rnn", 1, RNN)
                .ended("rnn-1", "ok", "\"testLoss\": 1.0, \"exactMatch\": 0.5, \"note\": \"x\"")
                .begun("rnn-2", "rnn", 2, RNN)
                .ended("rnn-2", "diverged", "\"testLoss\": 99.0, \"exactMatch\": 0.0")
                .begun("rnn-3", "rnn", 3, RNN)
                .ended("rnn-3", "failed", "")
                .begun("gru-1", "gru", 1, GRU)
                .ended("gru-1", "ok", "\"testLoss\": 0.898, \"exactMatch\": 1.0")
                .begun("gru-2", "gru", 2, GRU)
                .ended("gru-2", "ok", "\"testLoss\": 0.926, \"exactMatch\": 1.0")
                .begun("gru-3", "gru", 3, GRU);
    }

    private Table trials() {
        return Tables.write(folder).trials();
    }

    @Test
    void aRowAConfigurationInPlanOrderAveragesItsGoodSeedsOnly() {
        ConfigurationTable table = ConfigurationTable.of(trials());
        assertEquals(
                List.of("rnn", "gru"),
                table.rows().stream().map(Row::configuration).toList());
        Row rnn = table.rows().get(0);
        assertEquals(1, rnn.seeds());
        assertEquals(2, rnn.failed());
        assertEquals(1.0, rnn.metrics().get(0).mean());
        Row gru = table.rows().get(1);
        assertEquals(2, gru.seeds());
        assertEquals(1, gru.open());
        assertEquals(0.912, gru.metrics().get(0).mean(), 1e-12);
        assertEquals(0.014 * Math.sqrt(2), gru.metrics().get(0).deviation(), 1e-12);
    }

    @Test
    void onlySettingsThatDifferAndMetricsThatExistAreShown() {
        ConfigurationTable table = ConfigurationTable.of(trials());
        assertEquals(List.of("model.cell", "model.hidden"), table.settings());
        assertEquals(List.of("testLoss", "exactMatch"), table.metrics());
        assertEquals(List.of("rnn", "128"), table.rows().get(0).settings());
    }

    @Test
    void theSameAsNumbersForFurtherWork() {
        Table table = ConfigurationTable.of(trials(), List.of("testLoss")).table();
        assertEquals(
                List.of(
                        "configuration",
                        "model.cell",
                        "model.hidden",
                        "seeds",
                        "failed",
                        "pruned",
                        "open",
                        "testLoss",
                        "testLoss.sd",
                        "testLoss.median",
                        "testLoss.iqm",
                        "testLoss.low",
                        "testLoss.high"),
                table.columnNames());
        assertEquals(0.912, table.doubleColumn("testLoss").getDouble(1), 1e-12);
        assertTrue(table.doubleColumn("testLoss.sd").isMissing(0));
        assertTrue(table.doubleColumn("testLoss.low").isMissing(0));
        // t of one degree of freedom at 97.5 % is 12.7062; the deviation of two values is their distance / √2.
        assertEquals(
                0.912 - 12.7062047 * 0.014, table.doubleColumn("testLoss.low").getDouble(1), 1e-8);
        assertEquals(2, table.longColumn("failed").getLong(0));
    }

    @Test
    void aMetricNobodyMeasuredIsRefusedWithTheOnesThereAre() {
        Table trials = trials();
        Throwable error = assertThrows(UserError.class, () -> ConfigurationTable.of(trials, List.of("bleu")));
        assertEquals("The trials have no metric \"bleu\": they have [testLoss, exactMatch].", error.getMessage());
    }

    @Test
    void theTerminalShowsMeanAndDeviationUnderShortNames() {
        String expected =
                """
                cell  hidden  seeds  failed  open       testLoss  exactMatch
                ────────────────────────────────────────────────────────────
                rnn      128      1       2     0          1.000      0.5000
                gru       64      2       0     1  0.912 ± 0.020   1.000 ± 0
                """;
        assertEquals(expected, TerminalTable.of(ConfigurationTable.of(trials())).text(80, "trials.csv"));
    }

    @Test
    void aSingleConfigurationIsShownByItsName() {
        Table trials = trials();
        Table one = trials.where(trials.stringColumn("configuration").isEqualTo("rnn"));
        assertEquals(
                "configuration",
                TerminalTable.of(ConfigurationTable.of(one)).columns().get(0).header());
    }

    @Test
    void aSweepWithoutAnyResultStillPrints() {
        new TrialFolders(folder, "planned");
        assertTrue(
                TerminalTable.of(ConfigurationTable.of(trials())).text(80, "").startsWith("configuration  seeds\n──"));
    }
}
