package io.github.mnistmaven.study;

import io.github.mnistmaven.PublicApiTest;

/** The public packages of this module stand on their own. */
class StudyApiTest extends PublicApiTest {}
