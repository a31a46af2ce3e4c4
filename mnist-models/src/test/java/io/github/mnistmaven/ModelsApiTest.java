package io.github.mnistmaven;

/** The public packages of this module stand on their own. */
class ModelsApiTest extends PublicApiTest {}
