// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.SeenRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the engine adds to a request, and what it leaves as it is; and the hops of a redirect. */
public abstract class HeaderContract extends Contract {
    /** For subclasses. */
    protected HeaderContract() {}

    @Test
    void theAttemptHeaderCountsFromTheFirst() {
        ContractScene scene = scene("attempt-header=X-Attempt");
        scene.server().on("/").reply(BUSY, BUSY, OK);

        scene.send("GET", "/");

        assertThat(all(scene, "X-Attempt")).containsExactly("1/3", "2/3", "3/3");
    }

    @Test
    void oneGeneratedKeyServesAllAttemptsOfACallAndNoOther() {
        ContractScene scene = scene("idempotency-key.generate=true");
        scene.server().on("/").reply(BUSY, OK);

        assertEnded(scene, scene.send(VerdictContract.post(scene)), Reason.RECOVERED, 2);
        scene.send(VerdictContract.post(scene));

        List<String> keys = all(scene, "Idempotency-Key");
        assertThat(keys.get(0)).hasSizeGreaterThan(20).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    }

    @Test
    void aKeyOfTheCallersOwnStays() {
        ContractScene scene = scene("idempotency-key.generate=true");
        scene.server().on("/").reply(BUSY, OK);

        scene.send(VerdictContract.post(scene).with("Idempotency-Key", "mine"));

        assertThat(all(scene, "Idempotency-Key")).containsExactly("mine", "mine");
    }

    @Test
    void eachAttemptHasTheHeadersOfTheFirst() {
        ContractScene scene = scene();
        scene.server().on("/").reply(BUSY, BUSY, OK);

        scene.send(scene.request("GET", "/").with("X-Mine", "1").with("X-Other", "2"));

        List<SeenRequest> seen = scene.server().requests();
        assertThat(seen).hasSize(3).allSatisfy(each -> assertThat(each.headers())
                .containsExactlyInAnyOrderElementsOf(seen.get(0).headers()));
        assertThat(all(scene, "X-Mine")).containsExactly("1", "1", "1");
    }

    @Test
    void theHopsOfARedirectShareTheAttemptsOfTheirCall() {
        needs(Trait.SEES_REDIRECTS);
        ContractScene scene = scene("attempt-header=X-Attempt");
        scene.server().on("/").reply(BUSY, Reply.status(302).header("Location", "/next"));
        scene.server().on("/next").reply(BUSY, BUSY, OK);

        Ending ending = scene.send("GET", "/");

        assertThat(ending.reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
        assertThat(ending.text()).isEqualTo("busy");
        assertThat(ending.statuses()).containsExactly(503, 302, 503, 503);
        assertThat(all(scene, "X-Attempt")).containsExactly("1/3", "2/3", "2/3", "3/3");
    }

    @Test
    void aHopThatFailsIsSentAgainAndNotTheOneBefore() {
        needs(Trait.SEES_REDIRECTS);
        ContractScene scene = scene();
        scene.server().on("/pay").reply(Reply.status(303).header("Location", "/receipt"));
        scene.server().on("/receipt").reply(BUSY, OK);

        Ending ending = scene.send(scene.request("POST", "/pay").with(ContractBody.Kind.REPEATABLE, "ten"));

        assertThat(ending.text()).isEqualTo("done");
        assertThat(scene.server().requests()).extracting(SeenRequest::method).containsExactly("POST", "GET", "GET");
    }

    private static List<String> all(ContractScene scene, String name) {
        return scene.server().requests().stream()
                .map(seen -> String.join(",", seen.values(name)))
                .toList();
    }
}
