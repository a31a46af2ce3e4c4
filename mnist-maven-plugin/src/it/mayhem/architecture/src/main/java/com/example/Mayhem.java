package com.example;

import ai.djl.nn.Block;
import java.io.IOException;

/** Does to the worker what the system property {@code mayhem} says. */
public class Mayhem extends OneLayer {

    @Override
    public String name() {
        return "mayhem";
    }

    @Override
    public Block newBlock() {
        switch (System.getProperty("mayhem")) {
            case "exit" -> System.exit(3);
            case "halt" -> Runtime.getRuntime().halt(7);
            case "kill" -> killMyself();
            case "error" -> endWithAThreadLeft();
            case "throw" -> throw new IllegalStateException("mayhem was asked for");
            default -> System.out.print("noise without a line feed");
        }
        return super.newBlock();
    }

    private static void endWithAThreadLeft() {
        new Thread(() -> {
                    try {
                        Thread.sleep(600_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
        throw new AssertionError("mayhem was asked for");
    }

    private static void killMyself() {
        try {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
