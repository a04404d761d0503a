/**
 * The audit log: an append-only Merkle log in files of the data directory, and what verifies it without a server.
 *
 * <p>It belongs to the launcher because starting, stopping, keys and bundles are audited before the core is there, and
 * because verifying needs no core at all.
 */
package org.holdfast.launcher.audit;
