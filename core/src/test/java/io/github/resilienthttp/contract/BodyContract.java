// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies: what is sent again is sent byte for byte or not at all, and the last response is the caller's, whole. */
public abstract class BodyContract extends Contract {
    private static final byte[] LARGE = random(300_000);
    private static final String JSON = "{\"retryAfter\": 3600, \"message\": \"morgen früh\"}";

    /** For subclasses. */
    protected BodyContract() {}

    @ParameterizedTest
    @EnumSource(names = {"REPEATABLE", "CHUNKED"})
    void whatIsSentAgainIsSentByteForByte(ContractBody.Kind kind) {
        needs(kind == ContractBody.Kind.CHUNKED ? new Trait[] {Trait.CHUNKED_BODY} : new Trait[0]);
        ContractScene scene = scene();
        scene.server().on("/").reply(BUSY, Reply.nothing(Fate.RESET), OK);

        Ending ending = scene.send(scene.request("PUT", "/").with("X-Mine", "1").with(kind, LARGE));

        assertEnded(scene, ending, Reason.RECOVERED, 3);
        assertThat(scene.server().requests()).allSatisfy(seen -> {
            assertThat(seen.complete()).isTrue();
            assertThat(crc(seen.body())).isEqualTo(crc(LARGE));
            assertThat(seen.values("X-Mine")).containsExactly("1");
        });
        assertThat(scene.server().requests())
                .extracting(seen -> seen.values("Content-Length"))
                .containsOnly(scene.server().requests().get(0).values("Content-Length"));
    }

    static Stream<Reply> troubles() {
        return Stream.of(BUSY, Reply.status(429).header("Retry-After", "0").body("busy"), Reply.nothing(Fate.CLOSE));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whatCanBeWrittenOnceIsSentOnce(Reply trouble) {
        needs(Trait.ONE_SHOT_BODY);
        ContractScene scene = scene();
        scene.server().on("/").reply(trouble, OK);

        Ending ending = scene.send(scene.request("PUT", "/").with(ContractBody.Kind.ONCE, LARGE));

        assertEnded(scene, ending, Reason.NOT_REPLAYABLE, 1);
        assertThat(crc(scene.server().requests().get(0).body())).isEqualTo(crc(LARGE));
    }

    @Test
    void whatCanBeWrittenOnceArrivesWhole() {
        needs(Trait.ONE_SHOT_BODY);
        ContractScene scene = scene();
        scene.server().on("/").reply(OK);

        Ending ending = scene.send(scene.request("POST", "/").with(ContractBody.Kind.ONCE, LARGE));

        assertEnded(scene, ending, Reason.SUCCESS, 1);
        assertThat(crc(scene.server().requests().get(0).body())).isEqualTo(crc(LARGE));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aBodyThatWasLookedIntoStaysTheCallers(int status) {
        ContractScene scene = scene("discard.max-time=10s", "cooldown.enabled=false");
        Reply json = HintContract.json(Reply.status(status), JSON);
        List<Reply> ways = List.of(
                json,
                json.chunked(),
                json.untilClose(),
                json.dripBody(Duration.ofMillis(1)),
                json.chunked().dripBody(Duration.ofMillis(2)));
        for (int i = 0; i < ways.size(); i++) {
            scene.server().on("/").reply(ways.get(i));

            Ending ending = scene.send("GET", "/");

            assertThat(ending.text()).as("way %s", i).isEqualTo(JSON);
            assertThat(ending.header("Content-Type")).contains("application/json");
            assertThat(ending.reason()).as("way %s", i).isEqualTo(Reason.HINT_TOO_LONG);
            assertThat(scene.server().requests()).hasSize(i + 1);
        }
    }

    static Stream<Reply> large() {
        Reply json =
                Reply.status(503).header("Content-Type", "application/json").body(LARGE);
        return Stream.of(
                json,
                json.chunked(),
                json.untilClose(),
                Reply.status(404).body(LARGE),
                Reply.status(200).body(LARGE));
    }

    @ParameterizedTest
    @MethodSource("large")
    void aLargeBodyComesWhole(Reply reply) {
        ContractScene scene = scene("retry.max-attempts=1");
        scene.server().on("/").reply(reply);

        Ending ending = scene.send("GET", "/");

        assertThat(ending.failure()).isNull();
        assertThat(crc(ending.body())).isEqualTo(crc(LARGE));
    }

    @Test
    void aBodyThatIsSlowerThanTheEngineWaitsComesWhole() {
        ContractScene scene = scene("retry.max-attempts=1", "discard.max-time=50ms");
        scene.server().on("/").reply(HintContract.json(BUSY, JSON).dripBody(Duration.ofMillis(5)));

        Ending ending = scene.send("GET", "/");

        assertEnded(scene, ending, Reason.ATTEMPTS_EXHAUSTED, 1);
        assertThat(ending.text()).isEqualTo(JSON);
    }

    /** What happens in the body of a response that was delivered is between the caller and the server. */
    @Test
    void aDeliveredBodyThatBreaksOffIsNotAskedForAgain() {
        needs(Trait.STREAMS_RESPONSES);
        ContractScene scene = scene();
        scene.server().on("/").reply(OK.declaring(100).then(Fate.CLOSE), OK);

        Ending ending = scene.send("GET", "/");

        assertThat(ending.failure() != null).isEqualTo(has(Trait.NOTICES_BROKEN_BODIES));
        assertEnded(scene, ending, Reason.SUCCESS, 1);
    }

    @Test
    void theConnectionOfALookedIntoBodyIsUsedAgain() {
        needs(Trait.KEEPS_CONNECTIONS);
        ContractScene scene = scene("retry.max-attempts=1");
        scene.server().on("/").reply(HintContract.json(BUSY, "{}").chunked(), OK);

        scene.send("GET", "/");
        scene.send("GET", "/");

        assertThat(scene.server().connectionCount()).isEqualTo(1);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
