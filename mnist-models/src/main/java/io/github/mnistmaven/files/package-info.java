/** How this library writes: whole files or none. */
package io.github.mnistmaven.files;
