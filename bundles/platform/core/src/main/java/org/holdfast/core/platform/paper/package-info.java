/** Answers as PDF files, with the same field-level permissions as answers in JSON. */
@NullMarked
package org.holdfast.core.platform.paper;

import org.jspecify.annotations.NullMarked;
