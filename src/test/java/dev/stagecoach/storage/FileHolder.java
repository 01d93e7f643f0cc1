package dev.stagecoach.storage;

/** Another process that has a database open. */
public final class FileHolder {
    private FileHolder() {}

    public static void main(String[] args) throws InterruptedException {
        try (var _ = Database.open(args[0])) {
            System.out.println("open");
            Thread.sleep(60_000);
        }
    }
}
