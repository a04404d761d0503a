/** What a person can ask of those who hold data about them. */
@NullMarked
package org.holdfast.core.protection.rights;

import org.jspecify.annotations.NullMarked;
