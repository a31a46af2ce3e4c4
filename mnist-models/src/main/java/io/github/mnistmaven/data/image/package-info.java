/** Between the images that people have and the 28x28 grey levels that networks read. */
package io.github.mnistmaven.data.image;
