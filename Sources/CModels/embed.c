#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CModels.h"

// Aligned to a cache line, because the weights are used where they lie.
static const _Alignas(64) uint8_t tagger[] = {
#embed "Data/tagger.model" if_empty(0)
};
static const _Alignas(64) uint8_t parser[] = {
#embed "Data/parser.model" if_empty(0)
};

EmbeddedModel embeddedTagger(void) { return (EmbeddedModel){tagger, sizeof tagger}; }

EmbeddedModel embeddedParser(void) { return (EmbeddedModel){parser, sizeof parser}; }
