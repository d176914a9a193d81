package org.contexture.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Cells of one notebook, without Jupyter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // JShell takes a second to start
class CellsTest {
    private final List<String> added = new ArrayList<>();
    private final Cells cells = new Cells(added::addAll);
    private int number;

    @BeforeAll
    void imports() {
        run("import java.util.*;");
    }

    @AfterAll
    void close() {
        cells.close();
    }

    private @Nullable Object run(String text) {
        cells.begin();
        return cells.run(new CellText(++number, text));
    }

    /** Its message and lines, without colours and with the cell's own number as N. */
    private List<String> failure(String text) {
        CellFailure failure = assertThrows(CellFailure.class, () -> run(text));
        List<String> lines = new ArrayList<>(List.of(String.valueOf(failure.getMessage())));
        lines.addAll(failure.lines());
        return lines.stream()
                .map(line -> line.replaceAll("\u001b\\[\\d+m", "").replace("In[" + number + "]", "In[N]"))
                .toList();
    }

    private String printed(String text) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            run(text);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theLastExpressionIsACellsValueAndItIsTheObjectItself() {
        assertEquals(3, run("int a = 1;\nint b = 2; a + b"));
        Object list = run("var list = new ArrayList<>(List.of(1)); list");
        assertTrue(list instanceof ArrayList<?>);
        assertTrue(list == run("list"), "not a copy");
        assertNull(run("int c = 3;"));
        assertNull(run("c = 4"), "as in JJava");
        assertNull(run("list.clear();"));
        assertNull(run("list.isEmpty() ? null : 1"));
        assertNull(run("  \n // nothing but a remark\n"));
        assertEquals(5, run("c + 1; // with a remark"));
    }

    @Test
    void cellsShareClassesWithTheKernel() {
        assertTrue(run("org.contexture.setting.UserError.class") == org.contexture.setting.UserError.class);
    }

    @Test
    void aCompileErrorIsToldWithItsLineUnderlined() {
        assertEquals(
                List.of(
                        "CompileError: In[N], line 4: incompatible types: java.lang.String cannot be converted to int",
                        "In[N], line 4:",
                        "  \tint wrong =  \"text\" ; // why",
                        "  \t             ^^^^^^",
                        "incompatible types: java.lang.String cannot be converted to int"),
                failure("int fine = 1;\n\n// a remark\n\tint wrong =  \"text\" ; // why\nint never = 2;"));
        assertEquals(
                "CompileError: In[N], line 1: cannot find symbol",
                failure("missing(1)").get(0));
        assertEquals(
                List.of("  missing(1)", "  ^^^^^^^", "cannot find symbol", "  symbol:   method missing(int)"),
                failure("missing(1)").subList(2, 6));
    }

    @Test
    void aCellThatBreaksOffIsACompileErrorAtItsEnd() {
        assertEquals(
                "CompileError: In[N], line 2: reached end of file while parsing",
                failure("for (int i = 0; i < 3; i++) {\n  i++;").get(0));
        assertEquals(
                "CompileError: In[N], line 1: unclosed string literal",
                failure("String s = \"abc").get(0));
    }

    @Test
    void anExceptionIsToldWithTheFramesOfCellsAlone() {
        run("class Thrower {\n  int third(List<Integer> list) {\n    return list.get(3);\n  }\n}");
        int defined = number;
        assertEquals(
                List.of(
                        "ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 1",
                        "java.lang.ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 1",
                        "    at In[" + defined + "], line 3, in Thrower.third",
                        "    at In[N], line 3"),
                failure("int before = 1;\n\nnew Thrower().third(Arrays.asList(1))"));
        assertEquals(
                List.of(
                        "IllegalStateException: ",
                        "java.lang.IllegalStateException",
                        "    at In[N], line 1",
                        "Caused by: java.io.IOException: why",
                        "    at In[N], line 1"),
                failure("throw new IllegalStateException(null, new java.io.IOException(\"why\"));"));
    }

    @Test
    void whatWaitsForALaterDeclarationSaysSo() {
        assertEquals(
                "method early(int) is declared, but cannot be used until there is method late(int).\n",
                printed("int early(int x) { return late(x); }"));
        assertEquals(
                List.of(
                        "Unresolved: method early(int) cannot be used until there is method late(int)",
                        "method early(int) cannot be used until there is method late(int)"),
                failure("early(1)").subList(0, 2));
        assertEquals("", printed("int late(int x) { return x + 1; }"));
        assertEquals(2, run("early(1)"));
    }

    @Test
    void anInterruptedCellDoesNotGoOnAndTheNextOneRuns() throws InterruptedException {
        Thread thread = new Thread(() -> {
            while (System.getProperty("contexture.test.on") == null) {
                Thread.onSpinWait();
            }
            cells.interrupt();
        });
        thread.start();
        List<String> lines = failure("System.setProperty(\"contexture.test.on\", \"\"); while (true) { }");
        System.clearProperty("contexture.test.on");
        thread.join();
        assertEquals("Interrupted: this cell was interrupted; what it had done before stays", lines.get(0));
        assertEquals(2, run("1 + 1"));
    }

    @Test
    void magicsAreTakenWhereCodeCouldBeginOnly() {
        assertEquals(4, run("%classpath a/*.jar b.jar\n2 + 2"));
        assertEquals(List.of("a/*.jar", "b.jar"), added);
        assertEquals("\n%maven\n", run("\"\"\"\n\n%maven\n\"\"\""));
        for (String magic : List.of("%maven a:b:1", "%%time", "%", "%classpaths x")) {
            String first = failure("int d = 1;\n" + magic + "\n d").get(0);
            assertTrue(first.startsWith("UnknownMagic: found " + magic + "; this kernel knows %classpath"), first);
        }
    }

    @Test
    void whatCouldFollowIsSuggested() {
        Suggestions suggestions = new Suggestions(cells.analysis());
        String code = "import java.util.*;\nString text = \"\";\ntext.isBl + 1";
        var found = suggestions.complete(code, code.indexOf(" + 1"));
        assertEquals(List.of("isBlank()"), found.getReplacements());
        assertEquals(code.indexOf("isBl"), found.getSourceStart());
        assertEquals(code.indexOf(" + 1"), found.getSourceEnd());
        assertEquals(List.of(), suggestions.complete("zzz", 3).getReplacements());
        assertTrue(suggestions.documentation("int x = 1;\nMath.max(x, 2)", 17).contains("int Math.max(int a, int b)"));
        assertEquals("", suggestions.documentation("zzz", 1));
    }

    @Test
    void anEditorLearnsWhetherCodeIsWhole() {
        Suggestions suggestions = new Suggestions(cells.analysis());
        assertEquals("complete", suggestions.completeness("int x = 1; x"));
        assertEquals("    ", suggestions.completeness("for (;;) {"));
        assertEquals("      ", suggestions.completeness("class A {\n      int x;\n"));
        assertEquals("invalid", suggestions.completeness("if (true) { int k = ; }"));
    }
}
