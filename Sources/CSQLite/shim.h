#include <sqlite3.h>

/// Leaves out SQLite's account of the memory it uses, which takes a lock at every allocation: a thirtieth of a batch's
/// time. Its limits on the heap don't work without. Only before the first connection is opened.
static inline int memcon_sqlite_configure(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

/// The value that tells SQLite to copy a bound text or blob: a cast macro, which Swift can't import.
static inline sqlite3_destructor_type memcon_sqlite_transient(void) { return SQLITE_TRANSIENT; }

/// Gives the connection `count` small pieces of memory of its own, so that most rows and cursors need no
/// allocation: a variadic function, which Swift can't import.
static inline int memcon_sqlite_lookaside(sqlite3 *connection, int count) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_LOOKASIDE, 0, 1200, count);
}
