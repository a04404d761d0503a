package org.holdfast.core.retention.plans;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param amount not negative, with as many decimals as the currency has
 * @param currency by ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {}
