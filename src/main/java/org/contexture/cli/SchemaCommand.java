package org.contexture.cli;

import java.io.PrintWriter;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.JsonSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code contexture schema}: the JSON Schema of experiment files. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the JSON Schema (draft 7) of experiment files, by which editors complete and check them. The first line"
                    + " of a file tells the YAML language server where it is:",
            "  # yaml-language-server: $$schema=experiment.schema.json"
        },
        footer = {"", "Example:", "  contexture schema > experiment.schema.json"})
final class SchemaCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(JsonFile.pretty(JsonSchema.ofExperiments()));
        out.flush();
    }
}
