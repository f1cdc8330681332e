#ifndef CMODELS_H
#define CMODELS_H

#include <stddef.h>
#include <stdint.h>

/// The bytes of one trained model of `Data/`, compiled into the binary.
typedef struct {
  const uint8_t *_Nonnull bytes;
  size_t count;
} EmbeddedModel;

/// The weights of the part-of-speech tagger.
EmbeddedModel embeddedTagger(void);

/// The weights of the dependency parser.
EmbeddedModel embeddedParser(void);

#endif
