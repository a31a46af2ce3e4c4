/** What can be said of an exception: {@link io.github.mnistmaven.internal.failures.Causes}. */
package io.github.mnistmaven.internal.failures;
