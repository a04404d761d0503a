/** The engine that routes offboarding flows: how it is set up, and its tables. Everything else about flows is the core's. */
@NullMarked
package org.holdfast.launcher.flows;

import org.jspecify.annotations.NullMarked;
