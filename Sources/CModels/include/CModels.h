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

/// Adds to `sums` the products of `count` vectors with a matrix of weights.
///
/// A vector has `inputs` numbers, an even number, and begins `stride` after the one before; it has
/// `outputs` sums, a multiple of sixteen. The weights are told for sixteen outputs after sixteen, of
/// these for each pair of inputs, and there for each output the first and the second input's.
void addProducts(
    const int16_t *_Nonnull vectors, size_t stride, size_t count, const int16_t *_Nonnull weights,
    int32_t *_Nonnull sums, size_t inputs, size_t outputs);

#endif
