/** Bytes from a URL, within limits of time: {@link io.github.mnistmaven.internal.download.Transport}. Knows nothing of digits. */
package io.github.mnistmaven.internal.download;
