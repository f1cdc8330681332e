#include <errno.h>
#include <archive.h>
#include <archive_entry.h>

/// Leaves `message` as what went wrong: archive_set_error is variadic, which Swift can't import.
static inline void memcon_archive_fail(struct archive *archive, const char *message) {
  archive_set_error(archive, EIO, "%s", message);
}
