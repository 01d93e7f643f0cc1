package dev.stagecoach.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Uploaded files. Guarded by the workspace's lock. */
final class UploadedFiles {
    private final Map<String, Upload> files = new LinkedHashMap<>();
    private int looksUntilReady = 1;

    /** A file on its way: announced, then filled, then completed, then (some looks later) ready. */
    record Upload(String id, String name, String title, byte[] content, Progress progress, int looks) {}

    /** How far an upload has come. */
    enum Progress {
        ANNOUNCED, FILLED, COMPLETED
    }

    List<String> names(int known) {
        return files.values().stream().skip(known).map(file -> file.name + " " + file.title).toList();
    }

    String announce(String name) {
        var id = "F0%05d".formatted(files.size() + 1);
        files.put(id, new Upload(id, name, name, new byte[0], Progress.ANNOUNCED, 0));
        return id;
    }

    boolean fill(String id, byte[] content) {
        var upload = files.get(id);
        if (upload == null || upload.progress != Progress.ANNOUNCED) {
            return false;
        }
        files.put(id, new Upload(id, upload.name, upload.title, content, Progress.FILLED, 0));
        return true;
    }

    boolean complete(String id, String title) {
        var upload = files.get(id);
        if (upload == null || upload.progress != Progress.FILLED) {
            return false;
        }
        var named = title.isBlank() ? upload.name : title;
        files.put(id, new Upload(id, upload.name, named, upload.content, Progress.COMPLETED, 0));
        return true;
    }

    /** A file that a person puts into a form: there at once. */
    Upload put(String name, byte[] content) {
        var id = announce(name);
        var upload = new Upload(id, name, name, content, Progress.COMPLETED, looksUntilReady);
        files.put(id, upload);
        return upload;
    }

    /** What {@code files.info} shows; each look brings the file nearer to being ready. */
    Optional<Upload> look(String id) {
        var upload = files.get(id);
        if (upload == null) {
            return Optional.empty();
        }
        files.put(id, new Upload(id, upload.name, upload.title, upload.content, upload.progress, upload.looks + 1));
        return Optional.of(upload);
    }

    Optional<Upload> file(String id) {
        return Optional.ofNullable(files.get(id));
    }

    /** A file can be shown in a message once a look has seen its type. */
    boolean ready(String id) {
        return file(id).filter(f -> f.progress == Progress.COMPLETED && f.looks > looksUntilReady).isPresent();
    }

    boolean typeKnown(Upload upload) {
        return upload.progress == Progress.COMPLETED && upload.looks >= looksUntilReady;
    }

    void readyAfter(int looks) {
        looksUntilReady = looks;
    }

    static String mimeType(String name) {
        var dot = name.lastIndexOf('.');
        return switch (dot < 0 ? "" : name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT)) {
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "gif" -> "image/gif";
            case "pdf" -> "application/pdf";
            case "ics" -> "text/calendar";
            default -> "application/octet-stream";
        };
    }
}
