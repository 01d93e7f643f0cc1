package dev.stagecoach.chat;

import java.util.List;

import dev.stagecoach.people.PersonId;

/** Files for one person alone. Calls go over the network: never in a transaction. */
public interface PrivateFiles {

    /**
     * A file made here.
     *
     * @param name with its ending
     * @param content in UTF-8
     */
    record Document(String name, String content) {}

    /**
     * Brings the files into the person's conversation with the bot.
     *
     * @param words what stands beside them
     * @return whether they are there
     */
    boolean send(PersonId to, List<Document> files, String words);
}
