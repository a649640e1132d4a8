// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches unless it is switched off in so many letters: what cannot be read must reach the one who says so. */
final class OnResilientHttpEnabled extends SpringBootCondition {
    private static final String KEY = RelaxedName.prefixed(BootSettings.ENABLED.name());

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        String text = context.getEnvironment().getProperty(KEY, BootSettings.ENABLED.byDefault());
        ConditionMessage.Builder message = ConditionMessage.forCondition("resilient-http");
        return text.strip().equals("false")
                ? ConditionOutcome.noMatch(message.because(KEY + " is false"))
                : ConditionOutcome.match(message.because(KEY + " is not false"));
    }
}
