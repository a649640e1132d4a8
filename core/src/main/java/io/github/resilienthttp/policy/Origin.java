package io.github.resilienthttp.policy;

/** Scheme, host and port of RFC 9110 section 4.3.1; lower case, the port always explicit. */
public record Origin(String scheme, String host, int port) {}
