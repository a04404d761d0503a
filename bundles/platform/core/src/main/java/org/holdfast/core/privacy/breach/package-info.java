/** The register of personal-data breaches: what happened, whom it concerns, and who was told when. */
@NullMarked
package org.holdfast.core.privacy.breach;

import org.jspecify.annotations.NullMarked;
