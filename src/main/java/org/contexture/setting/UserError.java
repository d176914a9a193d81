package org.contexture.setting;

/**
 * A mistake the user can correct: its message says what was found, where, what was expected and what to do. The command
 * line prints the message alone and ends with exit code 2; a stack trace appears only with {@code --verbose}.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
