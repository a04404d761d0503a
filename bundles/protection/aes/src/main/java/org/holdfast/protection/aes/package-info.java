/** The AES-256-GCM key ring: root key file, key hierarchy, sealed records, blind indexes. */
package org.holdfast.protection.aes;
