#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CModels.h"

// Aligned to a cache line, because the weights are used where they lie. The parser's begin behind a
// header of eight bytes.
#define LINE 64
#define BEFORE_HEADER 0, 0, 0, 0, 0, 0, 0, 0
static const _Alignas(LINE) uint8_t tagger[] = {
#embed "Data/tagger.model" if_empty(0)
};
static const _Alignas(LINE) uint8_t parser[] = {
  BEFORE_HEADER, BEFORE_HEADER, BEFORE_HEADER, BEFORE_HEADER, BEFORE_HEADER, BEFORE_HEADER,
  BEFORE_HEADER,
#embed "Data/parser.model" if_empty(0)
};

EmbeddedModel embeddedTagger(void) { return (EmbeddedModel){tagger, sizeof tagger}; }

EmbeddedModel embeddedParser(void) { return (EmbeddedModel){parser + LINE - 8, sizeof parser - (LINE - 8)}; }
