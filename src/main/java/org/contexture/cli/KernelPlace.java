package org.contexture.cli;

import java.nio.file.Path;
import org.contexture.notebook.Jupyter;
import org.contexture.notebook.KernelSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say where a kernel is installed, and under which name. */
final class KernelPlace {
    @ArgGroup
    private Whose whose = new Whose();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "The kernel's name, by which notebooks ask for it (default: ${DEFAULT-VALUE}, as JJava's and IJava's).",
            defaultValue = KernelSpec.NAME)
    private String name = KernelSpec.NAME;

    /** One of them, or neither. */
    static final class Whose {
        @Option(names = "--user", description = "For you, in Jupyter's own data folder (the default).")
        private boolean user;

        @Option(
                names = "--prefix",
                paramLabel = "DIR",
                description = "For the Python environment in DIR, such as $$VIRTUAL_ENV: in DIR/share/jupyter.")
        private @Nullable Path prefix;
    }

    Path kernels() {
        return new Jupyter(System.getenv()).kernels(whose.user ? null : whose.prefix);
    }

    String name() {
        return name;
    }
}
