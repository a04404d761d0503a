/** Accounts in services that speak SCIM 2.0. */
@NullMarked
package org.holdfast.connector.scim;

import org.jspecify.annotations.NullMarked;
