/** Network architectures, found by name through {@link io.github.mnistmaven.architecture.Architectures}. */
package io.github.mnistmaven.architecture;
