#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CLexicons.h"

// One line a table; the file name without its ending is the table's name.
#define TABLES(X) \
  X(boilerplate) \
  X(countries)

static const uint8_t boilerplate_bytes[] = {
#embed "Data/boilerplate.tsv"
};
static const uint8_t countries_bytes[] = {
#embed "Data/countries.tsv"
};

#define ROW(table) {#table, table##_bytes, sizeof table##_bytes},
static const EmbeddedTable tables[] = {TABLES(ROW)};

EmbeddedTable embeddedTable(size_t index) {
  if (index < sizeof tables / sizeof tables[0]) return tables[index];
  return (EmbeddedTable){"", (const uint8_t *)"", 0};
}
