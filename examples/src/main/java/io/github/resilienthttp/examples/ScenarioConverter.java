// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import io.github.resilienthttp.storm.Scenario;
import io.github.resilienthttp.storm.Scenarios;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds a scenario by its name. */
final class ScenarioConverter implements ITypeConverter<Scenario> {
    private static final List<Scenario> ALL = List.of(
            Scenarios.outage(),
            Scenarios.brownout(),
            Scenarios.overload(),
            Scenarios.throttle(),
            Scenarios.throttleWithoutHint());

    @Override
    public Scenario convert(String name) {
        return ALL.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is none of "
                        + String.join(", ", ALL.stream().map(Scenario::name).toList())));
    }
}
