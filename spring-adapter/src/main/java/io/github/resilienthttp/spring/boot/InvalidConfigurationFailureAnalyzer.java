// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.policy.Fault;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells everything that is wrong with a configuration, and where it stands, instead of a stack trace. */
final class InvalidConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConfigurationException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidConfigurationException refused) {
        int count = refused.faults().size();
        String description = "The configuration of resilient-http has " + (count == 1 ? "a fault" : count + " faults")
                + ":\n\n"
                + refused.faults().stream()
                        .map(InvalidConfigurationFailureAnalyzer::told)
                        .collect(Collectors.joining("\n\n"));
        String action = (count == 1 ? "Correct this property." : "Correct these properties; no others are at fault.")
                + " Every key, its default and what is allowed: docs/configuration.md of resilient-http.";
        return new FailureAnalysis(description, action, refused);
    }

    private static String told(Fault fault) {
        StringBuilder text = new StringBuilder();
        if (!fault.key().isEmpty()) {
            line(text, "Property", fault.key());
        }
        if (fault.value() != null) {
            line(text, "Value", "\"" + fault.value() + "\"");
        }
        if (fault.place() != null) {
            line(text, "Origin", fault.place());
        }
        line(text, "Reason", fault.problem());
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String label, String content) {
        text.append("    ").append(label).append(": ").append(content).append('\n');
    }
}
