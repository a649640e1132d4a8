// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.upward.policy;

import io.github.resilienthttp.architecture.planted.upward.decision.Answer;

public record AsksDecision(Answer answer) {}
