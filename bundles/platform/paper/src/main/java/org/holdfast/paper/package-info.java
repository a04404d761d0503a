/**
 * Documents as PDF/A files: what they say comes as a {@link org.holdfast.paper.Paper}, how they look is decided here. Every
 * font is embedded, nothing is loaded from anywhere, and no text can become a link, a form or a script.
 */
@NullMarked
package org.holdfast.paper;

import org.jspecify.annotations.NullMarked;
