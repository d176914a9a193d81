package org.contexture.notebook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.PathsHandler;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.jspecify.annotations.Nullable;

/**
 * A Java kernel for Jupyter. Its cells run in its own JVM and see all that is on its class path; to a notebook it is what JJava
 * is: the same imports, {@code display}, {@code updateDisplay}, and renderers that ServiceLoader finds.
 */
final class JavaKernel extends BaseKernel {
    /** JJava's, which are IJava's and java.time. */
    private static final List<String> IMPORTS = List.of(
            "java.util.*",
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.time.*",
            "java.util.concurrent.*",
            "java.util.prefs.*",
            "java.util.regex.*",
            "static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*");

    private final Cells cells = new Cells(this::addToClasspath);
    private Runnable abandonQueued = () -> {};
    private boolean failed;
    private final Suggestions suggestions = new Suggestions(cells.analysis());

    JavaKernel() {
        super(
                "Contexture",
                Optional.ofNullable(JavaKernel.class.getPackage().getImplementationVersion())
                        .orElse("0"),
                language(),
                List.of(),
                null,
                new JupyterIO(StandardCharsets.UTF_8),
                new CommManager(),
                new Renderer(),
                null,
                new MagicsRegistry(),
                true,
                new StringStyler.Builder().build());
    }

    private static LanguageInfo language() {
        return new LanguageInfo.Builder("Java")
                .version(Runtime.version().toString())
                .mimetype("text/x-java-source")
                .fileExtension(".jshell")
                .pygments("java")
                .codemirror("java")
                .build();
    }

    @Override
    public void onStartup() {
        StringBuilder imports = new StringBuilder();
        IMPORTS.forEach(name -> imports.append("import ").append(name).append(";\n"));
        cells.run(new CellText(0, imports.toString()));
        super.onStartup();
    }

    @Override
    public void onShutdown(boolean isRestarting) {
        cells.close();
        super.onShutdown(isRestarting);
    }

    @Override
    protected synchronized void handleExecuteRequest(ShellReplyEnvironment replies, Message<ExecuteRequest> request) {
        failed = true;
        super.handleExecuteRequest(replies, request);
        if (failed && request.getContent().shouldStopOnError()) {
            abandonQueued.run();
        }
    }

    @Override
    public void becomeHandlerForConnection(JupyterConnection connection) {
        super.becomeHandlerForConnection(connection);
        if (connection instanceof OrderlyConnection orderly) {
            abandonQueued = orderly::abandonQueued;
        }
    }

    @Override
    public @Nullable Object evalRaw(String source) {
        return cells.run(new CellText(executionCount.get() - 1, source));
    }

    @Override
    public @Nullable DisplayData eval(String source) {
        cells.begin();
        try {
            DisplayData shown = super.eval(source);
            failed = false;
            return shown;
        } catch (StackOverflowError | LinkageError | AssertionError e) {
            // A renderer's; an error would end the thread that listens to Jupyter.
            throw new IllegalStateException("the cell's value cannot be shown: " + e, e);
        } finally {
            io.out.flush(); // a last line without an end
            io.err.flush();
        }
    }

    @Override
    public List<String> formatError(Throwable error) {
        return error instanceof CellFailure failure ? failure.lines() : super.formatError(error);
    }

    @Override
    public void interrupt() {
        cells.interrupt();
    }

    @Override
    public @Nullable DisplayData inspect(String code, int at, boolean extraDetail) {
        String documentation = suggestions.documentation(code, at);
        return documentation.isEmpty() ? null : new DisplayData(documentation);
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        return suggestions.complete(code, at);
    }

    @Override
    public String isComplete(String code) {
        return suggestions.completeness(code);
    }

    private void addToClasspath(List<String> paths) {
        List<String> files = paths.stream()
                .flatMap(path -> PathsHandler.splitAndResolveGlobs(path).stream())
                .map(file -> file.toAbsolutePath().toString())
                .toList();
        cells.addToClasspath(files);
        installExtensions(PathsHandler.joinStringPaths(files));
    }
}
