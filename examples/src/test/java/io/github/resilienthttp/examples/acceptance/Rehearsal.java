// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import io.github.resilienthttp.testkit.SeenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One process of the program, one call after another, each call with replies of its own. The header {@code X-Attempt} tells the
 * server where a call begins, so that one call that sends too much does not upset the next ones.
 */
final class Rehearsal implements AutoCloseable {
    private static final Reply WELL = Reply.ok("well");

    private final List<String> names;
    private final List<List<Reply>> replies;
    private final int[] requests;
    private final ScriptedServer server = ScriptedServer.start();
    private final ConfigFile config;
    private final PackagedProgram program;
    private int current = -1;
    private Ended ended;

    /**
     * Starts the process.
     *
     * @param calls the replies to each call's requests by the call's name, in order; the last reply repeats
     * @param settings for every client, such as {@code timeout.total=3s}
     * @param options of {@code try}
     */
    Rehearsal(Map<String, List<Reply>> calls, List<String> settings, String... options) {
        names = List.copyOf(calls.keySet());
        replies = new ArrayList<>(calls.values());
        // What is slow because nothing is loaded yet must not be taken for the server's doing.
        replies.add(0, List.of(WELL));
        requests = new int[replies.size()];
        server.otherwise().answer(this::answer);
        config = ConfigFile.ofDefaults(Stream.concat(Stream.of("attempt-header=X-Attempt"), settings.stream())
                .toArray(String[]::new));
        List<String> args = new ArrayList<>(List.of("try", "--json", "--config", config.toString()));
        args.addAll(List.of("--repeat", Integer.toString(replies.size())));
        args.addAll(List.of(options));
        args.add(server.uri("/").toString());
        program = PackagedProgram.start(args.toArray(String[]::new));
    }

    /** Waits for the end of the process. */
    synchronized Ended ended() {
        if (ended == null) {
            ended = program.ended();
        }
        return ended;
    }

    ToldCall call(String name) {
        List<ToldCall> calls = ended().calls();
        assertThat(calls).hasSize(replies.size());
        return calls.get(index(name));
    }

    /** How many requests of that call the server saw. */
    int requests(String name) {
        synchronized (requests) {
            return requests[index(name)];
        }
    }

    List<SeenRequest> allRequests() {
        return server.requests();
    }

    private int index(String name) {
        assertThat(names).contains(name);
        return names.indexOf(name) + 1;
    }

    private Reply answer(SeenRequest request) {
        int attempt = Integer.parseInt(request.header("X-Attempt").orElseThrow().replaceFirst("/.*", ""));
        synchronized (requests) {
            if (attempt == 1) {
                current++;
            }
            int n = requests[current]++;
            List<Reply> script = replies.get(current);
            return script.get(Math.min(n, script.size() - 1));
        }
    }

    @Override
    public void close() {
        ended();
        config.close();
        server.close();
    }
}
