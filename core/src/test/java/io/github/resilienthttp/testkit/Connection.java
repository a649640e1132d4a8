// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Optional;

/** One accepted connection, served on a thread of its own until its fate, the client or the server ends it. */
final class Connection implements Runnable {
    private final Socket socket;
    private final int number;
    private final Fate arrival;
    private final Scripts scripts;
    private final Ledger ledger;
    private final Closing closing;

    Connection(Socket socket, int number, Scripts scripts, Ledger ledger, Closing closing) {
        this.socket = socket;
        this.number = number;
        this.arrival = scripts.nextArrival();
        this.scripts = scripts;
        this.ledger = ledger;
        this.closing = closing;
    }

    @Override
    public void run() {
        try (socket) {
            serve();
        } catch (IOException gone) {
            // The client left or the server closed: for most scripts that is the end they are written for.
        } catch (RuntimeException | Error failure) {
            failed(failure);
        } finally {
            ledger.connectionEnded();
        }
    }

    private void serve() throws IOException {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        RequestReader reader = new RequestReader(in);
        Wire wire = new Wire(socket.getOutputStream(), closing);
        Fate fate = arrival;
        while (fate == Fate.SERVE) {
            fate = exchange(reader, wire);
        }
        fate.befall(socket, in, closing);
    }

    private Fate exchange(RequestReader reader, Wire wire) throws IOException {
        try {
            Optional<RequestHead> head = reader.head();
            return head.isPresent() ? answer(head.get(), reader, wire) : Fate.CLOSE;
        } catch (ProtocolException malformed) {
            wire.send("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n" + malformed.getMessage() + "\n");
            return Fate.HALF_CLOSE;
        }
    }

    private Fate answer(RequestHead head, RequestReader reader, Wire wire) throws IOException {
        Cue cue = scripts.cueFor(head);
        SeenRequest request =
                cue.early() ? new SeenRequest(head, new byte[0], false, number) : whole(head, cue, reader, wire);
        ledger.saw(request);
        Fate fate = replyTo(request, cue).play(wire, request);
        if (fate == Fate.SERVE && cue.early() && !head.expectsContinue()) {
            reader.body(head, OutputStream.nullOutputStream());
        }
        return fate == Fate.SERVE && head.endsConnection() ? Fate.CLOSE : fate;
    }

    private SeenRequest whole(RequestHead head, Cue cue, RequestReader reader, Wire wire) throws IOException {
        if (cue.continues() && head.expectsContinue()) {
            wire.send("HTTP/1.1 100 Continue\r\n\r\n");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            reader.body(head, body);
        } catch (IOException cutShort) {
            ledger.saw(new SeenRequest(head, body.toByteArray(), false, number));
            throw cutShort;
        }
        return new SeenRequest(head, body.toByteArray(), true, number);
    }

    private ReplyPlan replyTo(SeenRequest request, Cue cue) {
        try {
            return cue.reply().apply(request);
        } catch (RuntimeException | Error failure) {
            failed(failure);
            return Reply.status(500)
                    .body("The script failed: " + failure)
                    .closing()
                    .checked();
        }
    }

    /** What breaks because the server closes is no failure of the script. */
    private void failed(Throwable failure) {
        if (!closing.begun()) {
            ledger.failed(failure);
        }
    }
}
