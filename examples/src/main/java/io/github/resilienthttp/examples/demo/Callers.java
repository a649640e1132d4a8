// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.examples.boot.RunningApplication;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends the requests of one act through each HTTP client in turn until it is closed. */
final class Callers implements Closeable {
    private static final int WARM_UP_CALLS = 15;

    private final Act act;
    private final List<MessageSender> senders;
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    Callers(Act act, RunningApplication application) {
        this.act = act;
        this.senders = Senders.all(application, act.name(), act.callers());
    }

    /**
     * Loads the code on both sides, as other users whose limits and faults are nobody else's, through an application of their own: a
     * cold start delays the first requests by more than the margin that a paced client keeps.
     */
    static void warmUp(List<Act> acts, Map<String, String> properties) throws IOException, InterruptedException {
        try (RunningApplication application = RunningApplication.start(properties)) {
            for (Act act : acts) {
                int user = 0;
                for (MessageSender sender : Senders.all(application, act.name(), 1)) {
                    user++;
                    warmUp(sender, act.messages().get(0).as("warm-up-" + user));
                }
            }
        }
    }

    private static void warmUp(MessageSender sender, Message message) throws IOException, InterruptedException {
        try (sender) {
            for (int i = 0; i < WARM_UP_CALLS; i++) {
                try {
                    sender.send(message);
                } catch (IOException told) {
                    // A stranger may well be turned away.
                }
            }
        }
    }

    void start() {
        for (int i = 0; i < act.callers(); i++) {
            MessageSender sender = senders.get(i % senders.size());
            Thread caller = new Thread(() -> callAndPause(sender), act.name() + "-caller-" + i);
            caller.setDaemon(true);
            threads.add(caller);
            caller.start();
        }
    }

    private void callAndPause(MessageSender sender) {
        try {
            while (!Thread.interrupted()) {
                call(sender);
                Thread.sleep(act.pause().toMillis());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException clientIsClosed) {
            if (!closed) {
                throw clientIsClosed;
            }
        }
    }

    private void call(MessageSender sender) throws InterruptedException {
        int index = Math.floorMod(turn.getAndIncrement(), act.messages().size());
        try {
            sender.send(act.messages().get(index));
        } catch (IOException told) {
            // The listener has been told.
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        threads.forEach(Thread::interrupt);
        for (MessageSender sender : senders) {
            sender.close();
        }
    }
}
