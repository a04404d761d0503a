/** The generator of the demo group: invented companies whose true exit probabilities are known. */
package org.holdfast.demo;
