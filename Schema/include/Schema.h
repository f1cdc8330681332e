#ifndef SCHEMA_H
#define SCHEMA_H

#include <stddef.h>
#include <stdint.h>

/// The SQL of one migration, compiled into the binary.
typedef struct {
  const uint8_t *_Nonnull sql;
  size_t count;
} SchemaMigration;

/// How many migrations there are. The number of a migration is its `PRAGMA user_version`.
int schemaMigrationCount(void);

/// The migration with `number`, counted from 1; an empty one past the end.
SchemaMigration schemaMigration(int number);

#endif
