/**
 * The platform that this process runs on, as far as bits depend on it: {@link io.github.mnistmaven.internal.platform.CurrentPlatform}; what the
 * engine really computes on it, and whether that is what portable numerics promise.
 */
package io.github.mnistmaven.internal.platform;
