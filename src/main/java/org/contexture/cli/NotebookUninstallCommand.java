package org.contexture.cli;

import java.nio.file.Path;
import org.contexture.notebook.KernelSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code contexture notebook uninstall}: takes back what install did. */
@Command(
        name = "uninstall",
        mixinStandardHelpOptions = true,
        description =
                "Removes the kernel that install has registered, with the same options. No other kernel is touched.",
        footer = {"", "Examples:", "  contexture notebook uninstall"})
final class NotebookUninstallCommand implements Runnable {
    @Mixin
    private KernelPlace place = new KernelPlace();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        Path kernels = place.kernels();
        boolean removed = KernelSpec.remove(kernels, place.name());
        spec.commandLine().getOut().println((removed ? "Removed " : "There is no ") + kernels.resolve(place.name()));
        spec.commandLine().getOut().flush();
    }
}
