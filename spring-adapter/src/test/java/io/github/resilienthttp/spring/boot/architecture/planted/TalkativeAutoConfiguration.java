// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.architecture.planted;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
public class TalkativeAutoConfiguration {
    @Bean
    public String word() {
        return "word";
    }
}
