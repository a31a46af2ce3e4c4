/** What plain DJL makes the network of a saved model with: {@link io.github.mnistmaven.internal.serving.ArchitectureBlockFactory}. */
package io.github.mnistmaven.internal.serving;
