/** What is said to people, in their language: keys with arguments in the code, sentences in {@code text/*.properties}. */
@NullMarked
package org.holdfast.launcher.text;

import org.jspecify.annotations.NullMarked;
