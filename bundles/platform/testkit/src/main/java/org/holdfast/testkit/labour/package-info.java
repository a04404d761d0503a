/** What labour rules must keep: extend the contract in a bundle's own tests. */
package org.holdfast.testkit.labour;
