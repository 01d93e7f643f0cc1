package dev.stagecoach;

public final class Main {
    record Pair(int a, int b) {}

    public static void main(String[] args) {
        Object o = new Pair(1, 2);
        if (o instanceof Pair(int a, int _)) {
            System.out.println(a);
        }
    }
}
