/** Who may do what: accounts, sessions, tokens, the table of roles, and whose records a caller sees. */
package org.holdfast.core.access;
