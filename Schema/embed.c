#pragma clang diagnostic ignored "-Wc23-extensions"
#include "Schema.h"

static const uint8_t migration1[] = {
#embed "Migrations/0001-reports-and-record.sql"
};

static const uint8_t migration2[] = {
#embed "Migrations/0002-identity.sql"
};

static const uint8_t migration3[] = {
#embed "Migrations/0003-copies.sql"
};

static const uint8_t migration4[] = {
#embed "Migrations/0004-offices-and-pairs.sql"
};

static const uint8_t migration5[] = {
#embed "Migrations/0005-questions.sql"
};

static const uint8_t migration6[] = {
#embed "Migrations/0006-batches.sql"
};

static const uint8_t migration7[] = {
#embed "Migrations/0007-neighbours.sql"
};

static const uint8_t migration8[] = {
#embed "Migrations/0008-countries.sql"
};

static const SchemaMigration migrations[] = {
    {migration1, sizeof migration1},
    {migration2, sizeof migration2},
    {migration3, sizeof migration3},
    {migration4, sizeof migration4},
    {migration5, sizeof migration5},
    {migration6, sizeof migration6},
    {migration7, sizeof migration7},
    {migration8, sizeof migration8},
};

int schemaMigrationCount(void) { return sizeof migrations / sizeof migrations[0]; }

SchemaMigration schemaMigration(int number) {
  if (number >= 1 && number <= schemaMigrationCount()) return migrations[number - 1];
  return (SchemaMigration){(const uint8_t *)"", 0};
}
