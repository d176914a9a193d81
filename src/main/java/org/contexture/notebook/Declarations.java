package org.contexture.notebook;

import jdk.jshell.DeclarationSnippet;
import jdk.jshell.MethodSnippet;

/** What JShell's declarations are called. */
final class Declarations {
    private Declarations() {}

    /** Such as {@code method f(int)} or {@code class A}. */
    static String name(DeclarationSnippet snippet) {
        return switch (snippet.kind()) {
            case METHOD -> "method " + snippet.name() + "(" + ((MethodSnippet) snippet).parameterTypes() + ")";
            case TYPE_DECL -> "type " + snippet.name();
            default -> "variable " + snippet.name();
        };
    }
}
