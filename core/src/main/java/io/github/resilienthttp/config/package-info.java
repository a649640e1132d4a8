/** Reading a configuration from properties. */
@NullMarked
package io.github.resilienthttp.config;

import org.jspecify.annotations.NullMarked;
