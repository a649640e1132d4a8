// SPDX-License-Identifier: Apache-2.0
/** A program on the module path. One without this file works as well, on the class path. */
module example.plain {
    requires io.github.resilienthttp.core;
    requires io.github.resilienthttp.httpclient5;
    requires jdk.httpserver;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;

    // What HttpClient and the engine need: jars without a module-info.java cannot say so themselves.
    requires jdk.net;
    requires org.slf4j;
}
