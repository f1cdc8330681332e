#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CLexicons.h"

// One line a table; the file name without its ending, with `_` for `-`, is the table's name.
#define TABLES(X) \
  X(body_members) \
  X(boilerplate) \
  X(common_name_origins) \
  X(common_words) \
  X(contact_governors) \
  X(contact_idioms) \
  X(contact_nouns) \
  X(contact_verbs) \
  X(countries) \
  X(family_first_surnames) \
  X(family_names) \
  X(given_name_variants) \
  X(given_names) \
  X(government_metonyms) \
  X(honorifics) \
  X(irregular_forms) \
  X(name_context) \
  X(name_origins) \
  X(name_particles) \
  X(news_agencies) \
  X(nicknames) \
  X(office_countries) \
  X(office_holders) \
  X(offices) \
  X(organizations) \
  X(page_parts) \
  X(places) \
  X(publishers) \
  X(role_words)

static const uint8_t body_members_bytes[] = {
#embed "Data/body-members.tsv"
};
static const uint8_t boilerplate_bytes[] = {
#embed "Data/boilerplate.tsv"
};
static const uint8_t common_name_origins_bytes[] = {
#embed "Data/common-name-origins.tsv"
};
static const uint8_t common_words_bytes[] = {
#embed "Data/common-words.tsv"
};
static const uint8_t contact_governors_bytes[] = {
#embed "Data/contact-governors.tsv"
};
static const uint8_t contact_idioms_bytes[] = {
#embed "Data/contact-idioms.tsv"
};
static const uint8_t contact_nouns_bytes[] = {
#embed "Data/contact-nouns.tsv"
};
static const uint8_t contact_verbs_bytes[] = {
#embed "Data/contact-verbs.tsv"
};
static const uint8_t countries_bytes[] = {
#embed "Data/countries.tsv"
};
static const uint8_t family_first_surnames_bytes[] = {
#embed "Data/family-first-surnames.tsv"
};
static const uint8_t family_names_bytes[] = {
#embed "Data/family-names.tsv"
};
static const uint8_t given_name_variants_bytes[] = {
#embed "Data/given-name-variants.tsv"
};
static const uint8_t given_names_bytes[] = {
#embed "Data/given-names.tsv"
};
static const uint8_t government_metonyms_bytes[] = {
#embed "Data/government-metonyms.tsv"
};
static const uint8_t honorifics_bytes[] = {
#embed "Data/honorifics.tsv"
};
static const uint8_t irregular_forms_bytes[] = {
#embed "Data/irregular-forms.tsv"
};
static const uint8_t name_context_bytes[] = {
#embed "Data/name-context.tsv"
};
static const uint8_t name_origins_bytes[] = {
#embed "Data/name-origins.tsv"
};
static const uint8_t name_particles_bytes[] = {
#embed "Data/name-particles.tsv"
};
static const uint8_t news_agencies_bytes[] = {
#embed "Data/news-agencies.tsv"
};
static const uint8_t nicknames_bytes[] = {
#embed "Data/nicknames.tsv"
};
static const uint8_t office_countries_bytes[] = {
#embed "Data/office-countries.tsv"
};
static const uint8_t office_holders_bytes[] = {
#embed "Data/office-holders.tsv"
};
static const uint8_t offices_bytes[] = {
#embed "Data/offices.tsv"
};
static const uint8_t organizations_bytes[] = {
#embed "Data/organizations.tsv"
};
static const uint8_t page_parts_bytes[] = {
#embed "Data/page-parts.tsv"
};
static const uint8_t places_bytes[] = {
#embed "Data/places.tsv"
};
static const uint8_t publishers_bytes[] = {
#embed "Data/publishers.tsv"
};
static const uint8_t role_words_bytes[] = {
#embed "Data/role-words.tsv"
};

#define ROW(table) {#table, table##_bytes, sizeof table##_bytes},
static const EmbeddedTable tables[] = {TABLES(ROW)};

EmbeddedTable embeddedTable(size_t index) {
  if (index < sizeof tables / sizeof tables[0]) return tables[index];
  return (EmbeddedTable){"", (const uint8_t *)"", 0};
}
