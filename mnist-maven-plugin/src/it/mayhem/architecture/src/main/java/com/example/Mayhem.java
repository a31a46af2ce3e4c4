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
            case "kill" -> signalMyself("-KILL");
            case "error" -> endWithAThreadLeft();
            case "throw" -> throw new IllegalStateException("mayhem was asked for");
            case "crash" -> signalMyself("-SEGV");
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

    /** Ends this process before long. */
    private static void signalMyself(String signal) {
        try {
            new ProcessBuilder(
                            "kill",
                            signal,
                            Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            Thread.sleep(600_000);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
