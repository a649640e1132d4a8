// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.acceptance.DemoProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = "io.github.resilienthttp.examples.browser.Browser#there", disabledReason = "there is no chromium")
class LivePageIT {
    private static final Path PICTURES = Path.of("target", "live-page");
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LOADED = Duration.ofSeconds(20);

    @Test
    void thePageShowsARunAndBreaksAndHealsIt() throws IOException {
        try (DemoProcess demo = DemoProcess.start();
                Browser browser = Browser.start(Path.of("target"))) {
            browser.open(demo.address(), 1280, 900, false);
            browser.await("document.querySelectorAll('.card canvas').length === 4", LOADED);
            browser.await("document.querySelector('#elapsed').textContent !== '–'", LOADED);
            itBreaksAndHeals(browser);
            itLooksRight(browser);
            assertThat(browser.errors()).isEmpty();
            assertThat(browser.requested()).isNotEmpty().allMatch(url -> url.startsWith(demo.address()));
        }
    }

    private static void itBreaksAndHeals(Browser browser) {
        browser.evaluate(button("localize", "errors") + ".click()");
        browser.await("document.querySelector('#localize .what strong').textContent.includes('all 500')", SOON);
        browser.await(told("localize", "outage, all 500 (by hand)"), SOON);
        browser.await("document.querySelector('#localize .pill').textContent !== 'Well'", LOADED);
        browser.await("document.querySelector('#localize .pill').textContent === 'Breaker open'", LOADED);
        browser.await(told("localize", "breaker open"), SOON);
        browser.evaluate(button("helpdesk", "throttled") + ".click()");
        browser.await("/\\d+ s/.test(document.querySelector('#helpdesk [data-of=cooldown]').textContent)", SOON);
        browser.await(told("helpdesk", "left alone"), SOON);
        browser.evaluate(button("localize", "well") + ".click()");
        browser.await("document.querySelector('#localize .what strong').textContent === 'well'", SOON);
        assertThat(browser.evaluate(button("localize", "well") + ".getAttribute('aria-pressed')")
                        .asString())
                .isEqualTo("true");
        browser.await(told("localize", "well (by hand)"), SOON);
    }

    /** Only for a while: the list is short. */
    private static String told(String upstream, String words) {
        return "[...document.querySelectorAll('#log li')].some(line => line.textContent.includes('" + upstream
                + "') && line.textContent.includes('" + words + "'))";
    }

    private static void itLooksRight(Browser browser) throws IOException {
        for (int width : List.of(1280, 390)) {
            for (boolean dark : List.of(false, true)) {
                browser.look(width, 900, dark);
                // All of it, so that nothing is drawn anew for the picture.
                browser.look(
                        width,
                        browser.evaluate("document.documentElement.scrollHeight")
                                .asInt(),
                        dark);
                browser.evaluate("new Promise(done => setTimeout(done, 1200))");
                browser.screenshot(PICTURES.resolve(width + (dark ? "-dark" : "-light") + ".png"));
                assertThat(browser.evaluate("document.documentElement.scrollWidth")
                                .asInt())
                        .as("nothing sticks out at %s px", width)
                        .isLessThanOrEqualTo(width);
                assertThat(browser.evaluate(COLOURS_DRAWN).asInt())
                        .as("colours in the least colourful chart at %s px", width)
                        .isGreaterThan(3);
                assertThat(browser.evaluate(UNNAMED).asInt())
                        .as("buttons, pictures and meters that have no name")
                        .isZero();
                assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor")
                                .asString())
                        .isEqualTo(dark ? "rgb(18, 22, 28)" : "rgb(244, 246, 248)");
            }
        }
        itStaysWhereItIs(browser);
    }

    private static void itStaysWhereItIs(Browser browser) {
        String before = browser.evaluate(PLACES).asString();
        browser.evaluate("new Promise(done => setTimeout(done, 3000))");
        assertThat(browser.evaluate(PLACES).asString()).isEqualTo(before).contains("BUTTON");
    }

    private static String button(String upstream, String fault) {
        return "document.querySelector('#" + upstream + " button[data-fault=" + fault + "]')";
    }

    private static final String COLOURS_DRAWN = """
            Math.min(...[...document.querySelectorAll('canvas')].map(canvas => {
              const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              const colours = new Set();
              for (let i = 0; i < data.length; i += 4) {
                if (data[i + 3] === 255) colours.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
              }
              return colours.size;
            }))
            """;

    private static final String PLACES = """
            [...document.querySelectorAll('.card, .card > *, .card button, .tiles div')]
              .map(e => [e.tagName, e.offsetTop, e.offsetLeft, e.offsetHeight, e.offsetWidth].join(' ')).join()
            """;

    private static final String UNNAMED = """
            [...document.querySelectorAll('button, canvas, meter, [role=img], [role=group]')]
              .filter(e => !(e.textContent.trim() && e.tagName === 'BUTTON') && !e.getAttribute('aria-label')).length
            """;
}
