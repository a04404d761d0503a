/** Risk in the API. */
@NullMarked
package org.holdfast.core.risk.rest;

import org.jspecify.annotations.NullMarked;
