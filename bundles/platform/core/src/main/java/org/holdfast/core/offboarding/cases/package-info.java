/** The cases of people who leave: how one begins, who has what to do by when, what was done, and how it ends. */
@NullMarked
package org.holdfast.core.offboarding.cases;

import org.jspecify.annotations.NullMarked;
