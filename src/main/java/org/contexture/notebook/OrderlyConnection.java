package org.contexture.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.zeromq.ZMQ;

/**
 * A connection whose outputs are sent by a thread of its own. A cell's thread can be stopped or interrupted anywhere, and in the
 * middle of a message of several parts that would break the connection for good.
 */
final class OrderlyConnection extends JupyterConnection {
    /** In milliseconds: a page sends all requests of "run all" at once. */
    private static final long ON_THEIR_WAY = 100;

    /** Messages that wait for a slow page; more are lost, and with the usual 1000 the failure that ends a cell that prints without end was among them. */
    private static final int MOST_WAITING = 100_000;

    private final OutputSender sender = new OutputSender();

    OrderlyConnection(KernelConnectionProperties properties) throws NoSuchAlgorithmException, InvalidKeyException {
        super(properties);
        iopub.setSndHWM(MOST_WAITING);
    }

    @Override
    public ShellReplyEnvironment prepareReplyEnv(ShellChannel shell, MessageContext context) {
        return new Replies(shell, stdin, iopub, context, sender);
    }

    /**
     * Answers requests to run cells that were sent before an earlier cell failed, without running them: "run all" ends at a
     * failure. Only for the thread that handles requests, before it has answered the one that failed.
     */
    void abandonQueued() {
        ZMQ.PollItem[] requests = {new ZMQ.PollItem(shell, ZMQ.Poller.POLLIN)};
        try (Selector selector = Selector.open()) {
            while (ZMQ.poll(selector, requests, ON_THEIR_WAY) > 0) {
                Message<?> request = shell.readMessage();
                ShellReplyEnvironment replies = prepareReplyEnv(shell, request);
                abandon(request, replies);
                replies.resolveDeferrals();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("requests cannot be waited for", e);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the library's handlers are
    private void abandon(Message<?> request, ShellReplyEnvironment replies) {
        MessageType<?> type = request.getHeader().getType();
        ShellHandler handler = getHandler(type);
        if (type.equals(MessageType.EXECUTE_REQUEST)) {
            replies.setBusyDeferIdle();
            replies.replyError(
                    MessageType.EXECUTE_REPLY.error(),
                    new ErrorReply("Aborted", "a cell before this one failed", List.of()));
        } else if (handler != null) {
            handler.handle(replies, request);
        }
    }

    private static final class Replies extends ShellReplyEnvironment {
        private final OutputSender sender;

        Replies(
                ShellChannel shell,
                StdinChannel stdin,
                JupyterSocket outputs,
                MessageContext context,
                OutputSender sender) {
            super(shell, stdin, outputs, context);
            this.sender = sender;
        }

        @Override
        public void publish(Message<?> message) {
            var sending = sender.send(() -> super.publish(message));
            try {
                sending.get(); // a cell that prints without end must not fill the memory
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException("an output could not be sent to Jupyter", e);
            }
        }

        @Override
        @SuppressWarnings("unchecked") // an error stays one
        public <T extends ContentType<T>> void publish(T content) {
            super.publish(content instanceof PublishError error ? (T) CellFailure.named(error) : content);
        }

        @Override
        public void replyError(MessageType<?> type, ErrorReply error) {
            super.replyError(type, CellFailure.named(error));
        }
    }
}
