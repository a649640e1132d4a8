// SPDX-License-Identifier: Apache-2.0
package example.boot;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what the other server says. */
@RestController
class GreetingController {
    private final GreetingApi greetings;

    GreetingController(GreetingApi greetings) {
        this.greetings = greetings;
    }

    @GetMapping("/")
    String greeting() {
        return greetings.greeting();
    }
}
