/** Conversion between images of any kind and the 28x28 grey levels that networks take as input. */
package io.github.mnistmaven.data.image;
