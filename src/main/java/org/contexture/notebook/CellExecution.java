package org.contexture.notebook;

import java.lang.reflect.Method;
import java.util.Map;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Runs snippets in this JVM, so that they share classes and objects with all else, and keeps hold of what an expression
 * came to: JShell itself hands out its text only.
 */
final class CellExecution extends LocalExecutionControl implements ExecutionControlProvider {
    private volatile @Nullable Method last;
    private volatile boolean interrupted;

    @Override
    public String name() {
        return "contexture";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return this;
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        if (interrupted) { // between two snippets of a cell there is no code to stop
            throw new StoppedException();
        }
        try {
            return super.invoke(snippet);
        } finally {
            last = snippet; // now, because a snippet may have run others meanwhile
        }
    }

    /** Forgets an interruption that came before. */
    void begin() {
        interrupted = false;
    }

    @Override
    public void stop() throws EngineTerminationException, InternalException {
        interrupted = true;
        super.stop();
    }

    /** Whether the cell was ended from outside; code that waits then ends with an exception of its own. */
    boolean interrupted() {
        return interrupted;
    }

    /** The value of the expression that ran last; null also for what has none. */
    @Nullable Object value(Snippet snippet) {
        Method ran = last;
        if (ran == null) {
            return null;
        }
        try {
            return switch (snippet.subKind()) {
                case TEMP_VAR_EXPRESSION_SUBKIND -> variable(ran.getDeclaringClass(), ((VarSnippet) snippet).name());
                case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND -> ran.invoke(null); // reads a variable
                default -> null;
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the value of " + snippet.source() + " cannot be read", e);
        }
    }

    private static @Nullable Object variable(Class<?> wrapper, String name) throws ReflectiveOperationException {
        var field = wrapper.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(null);
    }
}
