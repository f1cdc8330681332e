#ifndef CLEXICONS_H
#define CLEXICONS_H

#include <stddef.h>
#include <stdint.h>

/// The bytes of one table of `Data/`, compiled into the binary.
typedef struct {
  const char *_Nonnull name;
  const uint8_t *_Nonnull bytes;
  size_t count;
} EmbeddedTable;

/// The table at `index` in no particular order, or one with a count of 0 past the end.
EmbeddedTable embeddedTable(size_t index);

#endif
