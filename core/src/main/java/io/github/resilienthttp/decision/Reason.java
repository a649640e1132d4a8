package io.github.resilienthttp.decision;

/** Why a call ended as it did, and why a retry was not made: a closed set, the same word everywhere. */
public enum Reason {
    SUCCESS("success"),
    RECOVERED("recovered"),
    REJECTED("rejected"),
    PERMANENT("permanent"),
    NOT_IDEMPOTENT("not-idempotent"),
    NOT_REPLAYABLE("not-replayable"),
    ATTEMPTS_EXHAUSTED("attempts-exhausted"),
    BUDGET_EXHAUSTED("budget-exhausted"),
    HINT_TOO_LONG("hint-too-long"),
    NO_HINT("no-hint"),
    FORBIDDEN_BY_SERVER("forbidden-by-server"),
    DEADLINE("deadline"),
    CIRCUIT_OPEN("circuit-open"),
    COOLING_DOWN("cooling-down"),
    RATE_LIMITED("rate-limited"),
    LOCAL("local"),
    CANCELLED("cancelled");

    private final String label;

    Reason(String label) {
        this.label = label;
    }

    /** The word used in reports, log lines and metric tags. */
    public String label() {
        return label;
    }
}
