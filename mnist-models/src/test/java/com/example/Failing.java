package com.example;

import ai.djl.nn.Block;
import io.github.mnistmaven.architecture.Architecture;

/** An architecture of a user, in a package of their own, that divides by zero. */
public class Failing implements Architecture {

    @Override
    public String name() {
        return "failing";
    }

    @Override
    public Block newBlock() {
        throw new ArithmeticException("/ by zero");
    }
}
