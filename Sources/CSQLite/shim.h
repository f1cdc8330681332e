#include <sqlite3.h>

/// The value that tells SQLite to copy a bound text or blob: a cast macro, which Swift can't import.
static inline sqlite3_destructor_type memcon_sqlite_transient(void) { return SQLITE_TRANSIENT; }

/// Gives the connection `count` small pieces of memory of its own, so that most rows and cursors need no
/// allocation: a variadic function, which Swift can't import.
static inline int memcon_sqlite_lookaside(sqlite3 *connection, int count) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_LOOKASIDE, 0, 1200, count);
}

/// Lets SQLite go without counting the memory it holds, if none of it is in use yet: a variadic function, too.
static inline int memcon_sqlite_uncounted(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
