package io.github.resilienthttp.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.hint.ServerHint.Kind;
import io.github.resilienthttp.json.JsonSupport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the shared vectors say of hints; where they state a decision, the hint that the decision rests on. */
@Isolated("changes the default locale and time zone")
class HintVectorsTest {
    static List<HintVector> vectors() {
        return HintVectors.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void readsTheHintOf(HintVector vector) {
        assertHint(vector);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void retryAfterAloneIsNoOtherThanTheHintOf(HintVector vector) {
        ServerHint hint = read(vector);
        long alone = Hinting.READER.retryAfterMillis(vector.headers(), vector.now());
        if (hint.source().equals("retry-after")) {
            assertThat(alone).isEqualTo(hint.delayMillis());
        } else if (vector.headers().first("Retry-After") == null) {
            assertThat(alone).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void dependsNeitherOnLocaleNorOnTimeZone(String language, String zone) {
        Locale locale = Locale.getDefault();
        TimeZone timeZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            vectors().forEach(HintVectorsTest::assertHint);
            assertThat(Hinting.hint429("X-RATELIMIT-REMAINING-IMAGES", "0", "X-RATELIMIT-RESET-IMAGES", "2s"))
                    .isEqualTo(ServerHint.after(2000, "x-ratelimit-reset-images"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(timeZone);
        }
    }

    static List<Object[]> places() {
        return List.of(
                new Object[] {"ar-EG-u-nu-arab", "Pacific/Kiritimati"},
                new Object[] {"th-TH-u-ca-buddhist-nu-thai", "Asia/Jerusalem"},
                new Object[] {"tr-TR", "America/St_Johns"},
                new Object[] {"hi-IN-u-nu-deva", "Australia/Lord_Howe"});
    }

    @Test
    void holdsAllCases() {
        assertThat(vectors()).hasSize(123);
    }

    private static void assertHint(HintVector vector) {
        ServerHint hint = read(vector);
        switch (vector.expectResult()) {
            case "delay", "pause", "fail-fast" -> {
                assertThat(hint.kind()).as(vector.id()).isEqualTo(Kind.AFTER);
                Long expected = vector.saturated() ? Long.valueOf(Long.MAX_VALUE) : vector.expectMs();
                assertThat(hint.delayMillis()).as(vector.id()).isEqualTo(expected);
            }
            case "no-retry" -> assertThat(hint).as(vector.id()).isEqualTo(hintOfRefused(vector));
            case "absent", "invalid" -> assertThat(hint).as(vector.id()).isEqualTo(hintOfIgnored(vector));
            default -> throw new IllegalStateException(vector.expectResult());
        }
    }

    /** A status that is never retried keeps the hint that its headers carry. */
    private static ServerHint hintOfRefused(HintVector vector) {
        return switch (vector.group()) {
            case "status" -> ServerHint.after(120_000, "retry-after");
            case "github" -> ServerHint.after(60_000, "x-ratelimit-reset");
            case "vendor-should-retry" -> ServerHint.forbidden("x-should-retry");
            case "vendor-pushback" -> ServerHint.forbidden("grpc-retry-pushback-ms");
            case "body-problem" -> ServerHint.forbidden("/type");
            default -> throw new IllegalStateException(vector.group());
        };
    }

    private static ServerHint hintOfIgnored(HintVector vector) {
        return vector.group().equals("status") ? ServerHint.after(120_000, "retry-after") : ServerHint.none();
    }

    /** Headers first; the body where they say nothing. */
    private static ServerHint read(HintVector vector) {
        ServerHint hint = Hinting.READER.readHeaders(vector.status(), vector.headers(), vector.now());
        String body = vector.body();
        if (hint.kind() != Kind.NONE || body == null) {
            return hint;
        }
        JsonReader reader = Objects.requireNonNull(JsonSupport.find());
        return Hinting.READER.readBody(reader.parse(body.getBytes(StandardCharsets.UTF_8)));
    }
}
