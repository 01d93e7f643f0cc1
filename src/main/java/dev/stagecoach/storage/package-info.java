/** The database: transactions, dialect differences, migrations. */
@NullMarked
package dev.stagecoach.storage;

import org.jspecify.annotations.NullMarked;
