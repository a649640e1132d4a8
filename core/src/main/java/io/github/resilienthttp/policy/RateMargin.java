package io.github.resilienthttp.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A share of the period in percent, or a fixed duration ({@code duration} null means percent). */
public record RateMargin(double percent, @Nullable Duration duration) {}
