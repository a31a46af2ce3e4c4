/** What a project that uses a model from its own build looks like. */
package com.example.digits;
