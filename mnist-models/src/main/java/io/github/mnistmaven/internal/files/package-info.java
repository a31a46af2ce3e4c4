/** How this library reads and writes files: with errors that say what to do, and whole files or none. */
package io.github.mnistmaven.internal.files;
