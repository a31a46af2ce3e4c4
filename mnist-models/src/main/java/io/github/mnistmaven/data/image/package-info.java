/**
 * From pictures to the 28x28 grey levels that networks take as input. {@link io.github.mnistmaven.data.image.DigitPicture} finds the digits in a
 * picture; {@link io.github.mnistmaven.data.image.DigitImage} converts a single one, and back.
 */
package io.github.mnistmaven.data.image;
