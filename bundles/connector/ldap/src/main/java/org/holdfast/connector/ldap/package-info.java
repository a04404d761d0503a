/** Accounts in LDAP directories and Active Directory. */
@NullMarked
package org.holdfast.connector.ldap;

import org.jspecify.annotations.NullMarked;
