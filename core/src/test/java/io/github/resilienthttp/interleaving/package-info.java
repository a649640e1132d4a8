// SPDX-License-Identifier: Apache-2.0
/** Plays small scenes of a few threads in every order their steps can take. */
@NullMarked
package io.github.resilienthttp.interleaving;

import org.jspecify.annotations.NullMarked;
