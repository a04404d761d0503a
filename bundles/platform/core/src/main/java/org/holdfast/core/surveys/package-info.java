/** Surveys that people answer or not: answers that lead to nobody, figures of groups, and a signal only where somebody agrees. */
@NullMarked
package org.holdfast.core.surveys;

import org.jspecify.annotations.NullMarked;
