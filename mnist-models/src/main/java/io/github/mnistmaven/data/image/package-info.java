/**
 * From pictures to the 28x28 grey levels that networks take as input. {@link io.github.mnistmaven.data.image.DigitPicture} finds the digits in a
 * picture; {@link io.github.mnistmaven.data.image.PictureFolders} makes a digit set of many pictures of one digit each.
 */
package io.github.mnistmaven.data.image;
