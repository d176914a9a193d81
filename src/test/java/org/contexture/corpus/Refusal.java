package org.contexture.corpus;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.contexture.setting.UserError;
import org.junit.jupiter.api.function.Executable;

/** What the user is told. */
final class Refusal {
    private Refusal() {}

    static String of(Executable mistake) {
        return of(UserError.class, mistake);
    }

    static String of(Class<? extends Exception> type, Executable mistake) {
        return String.valueOf(assertThrows(type, mistake).getMessage());
    }
}
