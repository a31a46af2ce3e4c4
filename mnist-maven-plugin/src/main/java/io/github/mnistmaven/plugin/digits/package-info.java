/** From the digits that are asked for to digits: {@link io.github.mnistmaven.plugin.digits.DigitLoader}. */
package io.github.mnistmaven.plugin.digits;
