/** The command {@code evaluate}: tries every algorithm on a customer's own table, without server or database. */
@NullMarked
package org.holdfast.launcher.evaluate;

import org.jspecify.annotations.NullMarked;
