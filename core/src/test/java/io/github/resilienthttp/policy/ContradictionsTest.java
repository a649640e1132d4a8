package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeout.attempt=40s | timeout.attempt=40s: timeout.attempt 40s is longer than timeout.total 30s",
                "timeout.total=5s timeout.attempt=6s | timeout.attempt=6s: timeout.attempt 6s is longer than"
                        + " timeout.total 5s",
                "backoff.initial=6s | backoff.initial=6s: backoff.initial 6s is longer than backoff.max 5s",
                "circuit-breaker.minimum-calls=101 | can never be reached in a circuit-breaker.window of 100 calls",
                "rate-limit.permits=20 | rate-limit.permits=20: rate-limit.permits without rate-limit.period: set both"
                        + " or neither",
                "rate-limit.period=1m | rate-limit.period without rate-limit.permits",
                "rate-limit.instance=x rate-limit.permits=1 rate-limit.period=1s | rate-limit.permits=1: configured in"
                        + " both places",
                "rate-limit.instance=x rate-limit.window=fixed | rate-limit.window=fixed: configured in both places",
                "circuit-breaker.instance=x circuit-breaker.open-for=10s | circuit-breaker.open-for=10s: configured in"
                        + " both places",
                "attempt-header=X-A idempotency-key.header=x-a | are the same header, x-a"
            })
    void areRefusedWithTheKeyAndBothValues(String settings, String message) {
        assertThatThrownBy(() -> build(settings))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "timeout.total=8s timeout.attempt=8s",
        "backoff.initial=5s",
        "circuit-breaker.minimum-calls=100",
        "circuit-breaker.minimum-calls=101 circuit-breaker.window=60s",
        "circuit-breaker.instance=x circuit-breaker.enabled=false",
        "circuit-breaker.instance=none circuit-breaker.open-for=1s",
        "rate-limit.instance=x rate-limit.max-wait=1s",
        "rate-limit.instance=x rate-limit.permits=none",
        "rate-limit.permits=none"
    })
    void areNotSeenWhereThereAreNone(String settings) {
        assertThat(build(settings)).isNotNull();
    }

    @Test
    void aDefaultGivesWayToWhatIsWritten() {
        Policy policy = build("timeout.total=3s backoff.max=40ms circuit-breaker.window=10");
        assertThat(policy.timeout().attempt()).isEqualTo(Duration.ofSeconds(3));
        assertThat(policy.backoff().initial()).isEqualTo(Duration.ofMillis(40));
        assertThat(policy.circuitBreaker().minimumCalls()).isEqualTo(10);
    }

    @Test
    void areNotLookedForInValuesThatWereRefused() {
        assertThatThrownBy(() -> build("timeout.total=5 timeout.attempt=40s rate-limit.permits=x rate-limit.period=1s"))
                .isInstanceOfSatisfying(InvalidConfigurationException.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::key)
                        .containsExactly("timeout.total", "rate-limit.permits"));
    }

    private static Policy build(String settings) {
        PolicyBuilder builder = Policy.builder("c");
        for (String setting : settings.split(" ", -1)) {
            builder.set(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        return builder.build();
    }
}
