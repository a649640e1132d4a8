package io.github.resilienthttp.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A count of calls, or a duration: exactly one of the two ({@code duration} null means count). */
public record BreakerWindow(int calls, @Nullable Duration duration) {}
