/** The papers of somebody who leaves: sealed leaving certificates, and by when what else has to be sent where. */
@NullMarked
package org.holdfast.core.offboarding.papers;

import org.jspecify.annotations.NullMarked;
