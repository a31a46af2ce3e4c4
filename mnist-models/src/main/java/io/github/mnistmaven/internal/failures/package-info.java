/**
 * What can be said of an exception, {@link io.github.mnistmaven.internal.failures.Causes}, and of the limit that may be behind it,
 * {@link io.github.mnistmaven.internal.failures.AddressSpace}.
 */
package io.github.mnistmaven.internal.failures;
