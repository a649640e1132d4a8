package io.github.resilienthttp.decision;

/** Where a wait comes from. */
public enum WaitSource {
    BACKOFF("backoff"),
    HINT("hint"),
    COOLDOWN("cooldown"),
    RATE_LIMIT("rate-limit");

    private final String label;

    WaitSource(String label) {
        this.label = label;
    }

    /** The word used in reports, log lines and metric tags. */
    public String label() {
        return label;
    }
}
