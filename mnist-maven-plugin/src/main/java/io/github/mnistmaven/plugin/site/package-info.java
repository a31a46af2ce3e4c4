/** The page of a Maven site: what it shows and the files beside it. */
package io.github.mnistmaven.plugin.site;
