#include <sqlite3.h>

/// The value that tells SQLite to copy a bound text or blob: a cast macro, which Swift can't import.
static inline sqlite3_destructor_type memcon_sqlite_transient(void) { return SQLITE_TRANSIENT; }
