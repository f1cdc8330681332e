#include "CModels.h"

// Sixteen outputs are computed at a time: their weights lie in one stream. The products of two
// neighbouring inputs are summed by one instruction of x86, "multiply and add packed words".

enum { BLOCK = 16, SPARSE_INPUTS = 128 };

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

#define AVX2 __attribute__((target("avx2")))
#define VNNI __attribute__((target("avx512f,avx512vnni")))

static inline int32_t pair(const int16_t *numbers) {
  int32_t both;
  memcpy(&both, numbers, sizeof both);
  return both;
}

// `VECTORS` vectors and `BLOCKS` blocks of outputs at once, so that weights are fetched once for all
// of the vectors, numbers of the vectors once for all of the blocks.
#define PRODUCTS(NAME, TARGET, VECTORS, BLOCKS, REGISTER, LANES, LOAD, STORE, ADDED, REPEAT)     \
  TARGET static void NAME(                                                                      \
      const int16_t *vectors, size_t stride, const int16_t *weights, const int32_t *start,      \
      int32_t *sums, size_t inputs, size_t outputs) {                                           \
    enum { PARTS = BLOCK / LANES };                                                             \
    REGISTER total[VECTORS][BLOCKS][PARTS];                                                     \
    for (int number = 0; number < VECTORS; number++)                                            \
      for (int block = 0; block < BLOCKS; block++)                                              \
        for (int part = 0; part < PARTS; part++)                                                \
          total[number][block][part] = LOAD((const void *)(start + block * BLOCK + part * LANES)); \
    for (size_t input = 0; input < inputs; input += 2, weights += 2 * BLOCK) {                  \
      REGISTER weight[BLOCKS][PARTS];                                                           \
      for (int block = 0; block < BLOCKS; block++)                                              \
        for (int part = 0; part < PARTS; part++)                                                \
          weight[block][part] =                                                                 \
              LOAD((const void *)(weights + block * BLOCK * inputs + 2 * part * LANES));        \
      for (int number = 0; number < VECTORS; number++) {                                        \
        REGISTER both = REPEAT(pair(vectors + number * stride + input));                        \
        for (int block = 0; block < BLOCKS; block++)                                            \
          for (int part = 0; part < PARTS; part++)                                              \
            total[number][block][part] =                                                        \
                ADDED(total[number][block][part], weight[block][part], both);                   \
      }                                                                                         \
    }                                                                                           \
    for (int number = 0; number < VECTORS; number++)                                            \
      for (int block = 0; block < BLOCKS; block++)                                              \
        for (int part = 0; part < PARTS; part++)                                                \
          STORE(                                                                                \
              (void *)(sums + number * outputs + block * BLOCK + part * LANES),                 \
              total[number][block][part]);                                                      \
  }

#define ADDED256(TOTAL, A, B) _mm256_add_epi32(TOTAL, _mm256_madd_epi16(A, B))
#define ADDED128(TOTAL, A, B) _mm_add_epi32(TOTAL, _mm_madd_epi16(A, B))
#define WIDEST(NAME, VECTORS, BLOCKS)                                                           \
  PRODUCTS(                                                                                     \
      NAME, VNNI, VECTORS, BLOCKS, __m512i, 16, _mm512_loadu_si512, _mm512_storeu_si512,        \
      _mm512_dpwssd_epi32, _mm512_set1_epi32)
#define WIDE(NAME, VECTORS, BLOCKS)                                                             \
  PRODUCTS(                                                                                     \
      NAME, AVX2, VECTORS, BLOCKS, __m256i, 8, _mm256_loadu_si256, _mm256_storeu_si256,         \
      ADDED256, _mm256_set1_epi32)
#define NARROW(NAME, VECTORS, BLOCKS)                                                           \
  PRODUCTS(                                                                                     \
      NAME, , VECTORS, BLOCKS, __m128i, 4, _mm_loadu_si128, _mm_storeu_si128, ADDED128,         \
      _mm_set1_epi32)

// One vector alone: the pairs of inputs are shared out to several sums, which do not wait for each
// other either.
#define ONE(NAME, TARGET, BLOCKS, SPLIT, REGISTER, LANES, LOAD, STORE, ADDED, REPEAT, ZERO, ADD) \
  TARGET static void NAME(                                                                      \
      const int16_t *vector, const int16_t *weights, const int32_t *start, int32_t *sums,       \
      size_t inputs) {                                                                          \
    enum { PARTS = BLOCK / LANES };                                                             \
    REGISTER total[SPLIT][BLOCKS][PARTS];                                                       \
    for (int share = 0; share < SPLIT; share++)                                                 \
      for (int block = 0; block < BLOCKS; block++)                                              \
        for (int part = 0; part < PARTS; part++)                                                \
          total[share][block][part] =                                                           \
              share ? ZERO() : LOAD((const void *)(start + block * BLOCK + part * LANES));      \
    for (size_t input = 0; input < inputs; input += 2 * SPLIT, weights += 2 * SPLIT * BLOCK)    \
      for (int share = 0; share < SPLIT; share++)                                               \
        for (int block = 0; block < BLOCKS; block++)                                            \
          for (int part = 0; part < PARTS; part++)                                              \
            total[share][block][part] = ADDED(                                                  \
                total[share][block][part],                                                      \
                LOAD((const void *)(weights + block * BLOCK * inputs + 2 * share * BLOCK        \
                                    + 2 * part * LANES)),                                       \
                REPEAT(pair(vector + input + 2 * share)));                                      \
    for (int block = 0; block < BLOCKS; block++)                                                \
      for (int part = 0; part < PARTS; part++) {                                                \
        REGISTER sum = total[0][block][part];                                                   \
        for (int share = 1; share < SPLIT; share++) sum = ADD(sum, total[share][block][part]);  \
        STORE((void *)(sums + block * BLOCK + part * LANES), sum);                              \
      }                                                                                         \
  }

#define WIDEST_ONE(NAME, BLOCKS, SPLIT)                                                         \
  ONE(                                                                                          \
      NAME, VNNI, BLOCKS, SPLIT, __m512i, 16, _mm512_loadu_si512, _mm512_storeu_si512,          \
      _mm512_dpwssd_epi32, _mm512_set1_epi32, _mm512_setzero_si512, _mm512_add_epi32)
#define WIDE_ONE(NAME, BLOCKS, SPLIT)                                                           \
  ONE(                                                                                          \
      NAME, AVX2, BLOCKS, SPLIT, __m256i, 8, _mm256_loadu_si256, _mm256_storeu_si256, ADDED256, \
      _mm256_set1_epi32, _mm256_setzero_si256, _mm256_add_epi32)
#define NARROW_ONE(NAME, BLOCKS, SPLIT)                                                         \
  ONE(                                                                                          \
      NAME, , BLOCKS, SPLIT, __m128i, 4, _mm_loadu_si128, _mm_storeu_si128, ADDED128,           \
      _mm_set1_epi32, _mm_setzero_si128, _mm_add_epi32)

typedef void (*Products)(
    const int16_t *, size_t, const int16_t *, const int32_t *, int32_t *, size_t, size_t);
typedef void (*ProductsOfOne)(
    const int16_t *, const int16_t *, const int32_t *, int32_t *, size_t);

/// A way to take several vectors at once: how many, and how many blocks of outputs.
typedef struct {
  size_t vectors, blocks;
  Products products;
} Group;

/// What one processor can do: groups of vectors, the largest first up to one of none, and how it takes
/// one.
typedef struct {
  const Group *groups;
  ProductsOfOne one, fourBlocks;
} Method;

WIDEST(widestEight, 8, 2)
WIDEST(widestSeven, 7, 2)
WIDEST(widestSix, 6, 2)
WIDEST(widestFive, 5, 2)
WIDEST(widestFour, 4, 4)
WIDEST(widestThree, 3, 4)
WIDEST(widestTwo, 2, 4)
WIDEST_ONE(widestOne, 1, 4)
WIDEST_ONE(widestFourBlocks, 4, 4)
WIDE(wideFour, 4, 1)
WIDE(wideTwo, 2, 2)
WIDE_ONE(wideOne, 1, 4)
WIDE_ONE(wideFourBlocks, 4, 1)
NARROW(narrowTwo, 2, 1)
NARROW_ONE(narrowOne, 1, 2)
NARROW_ONE(narrowFourBlocks, 4, 1)

static const Group widestGroups[] = {
  {8, 2, widestEight}, {7, 2, widestSeven}, {6, 2, widestSix}, {5, 2, widestFive},
  {4, 4, widestFour}, {3, 4, widestThree}, {2, 4, widestTwo}, {0, 0, 0},
};
static const Group wideGroups[] = {{4, 1, wideFour}, {2, 2, wideTwo}, {0, 0, 0}};
static const Group narrowGroups[] = {{2, 1, narrowTwo}, {0, 0, 0}};

static const Method widest = {widestGroups, widestOne, widestFourBlocks};
static const Method wide = {wideGroups, wideOne, wideFourBlocks};
static const Method narrow = {narrowGroups, narrowOne, narrowFourBlocks};

// Weights of four blocks of outputs for 128 inputs, of which only pairs that are not both zero are read:
// after a rectifier that are few, and it is the reading that takes time.
VNNI static void widestSparse(
    const int16_t *vector, const int16_t *weights, const int32_t *start, int32_t *sums) {
  uint64_t pairs = 0;
  for (int part = 0; part < 4; part++) {
    __m512i numbers = _mm512_loadu_si512(vector + 32 * part);
    pairs |= (uint64_t)_mm512_test_epi32_mask(numbers, numbers) << (16 * part);
  }
  __m512i even[4], odd[4];
  for (int block = 0; block < 4; block++) {
    even[block] = _mm512_loadu_si512(start + block * BLOCK);
    odd[block] = _mm512_setzero_si512();
  }
  const int number = __builtin_popcountll(pairs);
  // Two pairs at once, so that sums do not wait for each other; of an odd one out the second is told to
  // be the last input, with zeros for its numbers.
  for (int done = 0; done < number; done += 2) {
    const size_t first = 2 * (size_t)__builtin_ctzll(pairs);
    pairs &= pairs - 1;
    const size_t second = pairs ? 2 * (size_t)__builtin_ctzll(pairs) : first;
    const __m512i one = _mm512_set1_epi32(pair(vector + first));
    const __m512i other = pairs ? _mm512_set1_epi32(pair(vector + second)) : _mm512_setzero_si512();
    pairs &= pairs - 1;
    for (int block = 0; block < 4; block++) {
      const int16_t *row = weights + block * BLOCK * SPARSE_INPUTS;
      even[block] = _mm512_dpwssd_epi32(even[block], _mm512_loadu_si512(row + first * BLOCK), one);
      odd[block] = _mm512_dpwssd_epi32(odd[block], _mm512_loadu_si512(row + second * BLOCK), other);
    }
  }
  for (int block = 0; block < 4; block++)
    _mm512_storeu_si512(sums + block * BLOCK, _mm512_add_epi32(even[block], odd[block]));
}

void sumSparseProducts(
    const int16_t *vector, const int16_t *weights, const int32_t *start, int32_t *sums) {
  if (__builtin_cpu_supports("avx512vnni")) widestSparse(vector, weights, start, sums);
  else sumProducts(vector, 0, 1, weights, start, sums, SPARSE_INPUTS, 4 * BLOCK);
}

void sumProducts(
    const int16_t *vectors, size_t stride, size_t count, const int16_t *weights,
    const int32_t *start, int32_t *sums, size_t inputs, size_t outputs) {
  const Method *method = __builtin_cpu_supports("avx512vnni") ? &widest
      : __builtin_cpu_supports("avx2") ? &wide : &narrow;
  const int several = count > 1 && outputs % (4 * BLOCK) == 0;
  for (const Group *group = method->groups; several && group->vectors; group++)
    for (; count >= group->vectors; count -= group->vectors) {
      for (size_t output = 0; output < outputs; output += group->blocks * BLOCK)
        group->products(
            vectors, stride, weights + output * inputs, start + output, sums + output, inputs,
            outputs);
      vectors += group->vectors * stride;
      sums += group->vectors * outputs;
    }
  for (; count; count--, vectors += stride, sums += outputs) {
    size_t output = 0;
    for (; output + 4 * BLOCK <= outputs; output += 4 * BLOCK)
      method->fourBlocks(vectors, weights + output * inputs, start + output, sums + output, inputs);
    for (; output < outputs; output += BLOCK)
      method->one(vectors, weights + output * inputs, start + output, sums + output, inputs);
  }
}

#else

void sumProducts(
    const int16_t *vectors, size_t stride, size_t count, const int16_t *weights,
    const int32_t *start, int32_t *sums, size_t inputs, size_t outputs) {
  for (size_t number = 0; number < count; number++)
    for (size_t output = 0; output < outputs; output++)
      sums[number * outputs + output] = start[output];
  for (size_t output = 0; output < outputs; output += BLOCK)
    for (size_t input = 0; input < inputs; input += 2, weights += 2 * BLOCK)
      for (size_t number = 0; number < count; number++) {
        const int16_t *vector = vectors + number * stride + input;
        int32_t *sum = sums + number * outputs + output;
        for (size_t lane = 0; lane < BLOCK; lane++)
          sum[lane] += vector[0] * weights[2 * lane] + vector[1] * weights[2 * lane + 1];
      }
}

void sumSparseProducts(
    const int16_t *vector, const int16_t *weights, const int32_t *start, int32_t *sums) {
  sumProducts(vector, 0, 1, weights, start, sums, SPARSE_INPUTS, 4 * BLOCK);
}

#endif
