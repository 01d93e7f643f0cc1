package dev.stagecoach.storage;

import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Feeds {@link OnBothDatabases}; JUnit closes each database after its test. */
final class BothDatabases implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return Stream.of("SQLite", "PostgreSQL").map(name -> Arguments.of(Named.of(name, open(name))));
    }

    private static Database open(String name) {
        return name.equals("SQLite") ? TestDatabases.sqlite() : TestDatabases.postgresql();
    }
}
