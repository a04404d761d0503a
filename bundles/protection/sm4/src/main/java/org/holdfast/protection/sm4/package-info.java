/** SM4 in Galois/Counter Mode and SM3, by which keys of a subsidiary and everything below them are sealed. */
package org.holdfast.protection.sm4;
