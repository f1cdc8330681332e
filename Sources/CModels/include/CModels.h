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

/// Writes to `sums` the products of `count` vectors with a matrix of weights, added to `start`.
///
/// A vector has `inputs` numbers, an even number, and begins `stride` after the one before; it has
/// `outputs` sums, a multiple of sixteen, which begin with the same numbers for all vectors. The weights
/// are told for sixteen outputs after sixteen, of these for each pair of inputs, and there for each
/// output the first and the second input's.
void sumProducts(
    const int16_t *_Nonnull vectors, size_t stride, size_t count, const int16_t *_Nonnull weights,
    const int32_t *_Nonnull start, int32_t *_Nonnull sums, size_t inputs, size_t outputs);

/// The same for one vector of 128 numbers, most of them zero, and sixty-four sums.
void sumSparseProducts(
    const int16_t *_Nonnull vector, const int16_t *_Nonnull weights, const int32_t *_Nonnull start,
    int32_t *_Nonnull sums);

/// The same for one vector of 128 numbers and three sums, whose weights are told sum by sum.
void sumActions(
    const int16_t *_Nonnull vector, const int16_t *_Nonnull weights, const int32_t *_Nonnull start,
    int32_t *_Nonnull sums);

/// The sum of `count` rows of a table with sixty-four numbers a row, shifted left.
void sumByteRows(
    const int8_t *_Nonnull table, const int32_t *_Nonnull rows, size_t count, int shift,
    int16_t *_Nonnull vector);

/// Adds to numbers in 1/256 sums in 1/2²⁰ that are above zero.
void addRectified(int16_t *_Nonnull numbers, const int32_t *_Nonnull sums, size_t count);

/// The 128 sums in 1/2²⁰ as shares of the hidden layer in 1/512.
void narrowShares(const int32_t *_Nonnull sums, int16_t *_Nonnull shares);

/// Adds a row of 128 numbers to others.
void addWideRow(int16_t *_Nonnull numbers, const int16_t *_Nonnull row);

/// The sum of `count` rows of 128 numbers, where it is above zero.
void sumWideRows(
    const int16_t *_Nonnull const *_Nonnull rows, size_t count, int16_t *_Nonnull hidden);

/// Asks for the rows of weights that `addScores` will read, so that they are near when it does.
void fetchRows(
    const int8_t *_Nonnull weights, const uint32_t *_Nonnull hashes, size_t count,
    uint32_t shift, size_t classes);

/// Writes to the scores of classes the numbers at `start`, added to the rows of weights that begin where
/// the upper bits of hashes tell. `scores` may be `start`.
void addScores(
    const int8_t *_Nonnull weights, const uint32_t *_Nonnull hashes, size_t count,
    uint32_t shift, const int16_t *_Nonnull start, int16_t *_Nonnull scores, size_t classes);

/// The index of the highest of `count` scores, the first of equals.
size_t highestScore(const int16_t *_Nonnull scores, size_t count);

/// The index of the highest of `count` sums, the first of equals.
size_t highestSum(const int32_t *_Nonnull sums, size_t count);

#endif
