/**
 * What HR prepares before anybody has said that they leave: steps that can all be taken back, and evidence that is collected. Nothing
 * here ends an employment, an account or a payment; what does asks for a case, and a case asks for a lawful event.
 */
@NullMarked
package org.holdfast.core.offboarding.preparation;

import org.jspecify.annotations.NullMarked;
