// SPDX-License-Identifier: Apache-2.0
package example.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.service.registry.ImportHttpServices;

/** Passes on greetings from another server. What it does about that server's errors is in its properties. */
@SpringBootApplication
@ImportHttpServices(group = "greetings", types = GreetingApi.class)
public class Application {
    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
