#include "CModels.h"

// Sixteen outputs are computed at a time: their weights lie in one stream. The products of two
// neighbouring inputs are summed by one instruction of x86, "multiply and add packed words".

enum { BLOCK = 16 };

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

// `VECTORS` vectors at once, so that weights are fetched once for all of them.
#define PRODUCTS(NAME, TARGET, VECTORS, REGISTER, LANES, LOAD, STORE, ADDED, REPEAT)             \
  TARGET static void NAME(                                                                      \
      const int16_t *vectors, size_t stride, const int16_t *weights, int32_t *sums,             \
      size_t inputs, size_t outputs) {                                                          \
    enum { PARTS = BLOCK / LANES };                                                             \
    REGISTER total[VECTORS][PARTS];                                                             \
    for (int number = 0; number < VECTORS; number++)                                            \
      for (int part = 0; part < PARTS; part++)                                                  \
        total[number][part] = LOAD((const void *)(sums + number * outputs + part * LANES));     \
    for (size_t input = 0; input < inputs; input += 2, weights += 2 * BLOCK)                    \
      for (int part = 0; part < PARTS; part++) {                                                \
        REGISTER weight = LOAD((const void *)(weights + 2 * part * LANES));                     \
        for (int number = 0; number < VECTORS; number++)                                        \
          total[number][part] = ADDED(                                                          \
              total[number][part], weight, REPEAT(pair(vectors + number * stride + input)));    \
      }                                                                                         \
    for (int number = 0; number < VECTORS; number++)                                            \
      for (int part = 0; part < PARTS; part++)                                                  \
        STORE((void *)(sums + number * outputs + part * LANES), total[number][part]);           \
  }

#define ADDED256(TOTAL, A, B) _mm256_add_epi32(TOTAL, _mm256_madd_epi16(A, B))
#define ADDED128(TOTAL, A, B) _mm_add_epi32(TOTAL, _mm_madd_epi16(A, B))
#define WIDEST(NAME, VECTORS)                                                                   \
  PRODUCTS(                                                                                     \
      NAME, VNNI, VECTORS, __m512i, 16, _mm512_loadu_si512, _mm512_storeu_si512,        \
      _mm512_dpwssd_epi32, _mm512_set1_epi32)
#define WIDE(NAME, VECTORS)                                                                     \
  PRODUCTS(                                                                                     \
      NAME, AVX2, VECTORS, __m256i, 8, _mm256_loadu_si256, _mm256_storeu_si256,         \
      ADDED256, _mm256_set1_epi32)
#define NARROW(NAME, VECTORS)                                                                   \
  PRODUCTS(                                                                                     \
      NAME, , VECTORS, __m128i, 4, _mm_loadu_si128, _mm_storeu_si128, ADDED128,         \
      _mm_set1_epi32)

// One vector alone: the pairs of inputs are shared out to several sums, which do not wait for each
// other either.
#define ONE(NAME, TARGET, BLOCKS, SPLIT, REGISTER, LANES, LOAD, STORE, ADDED, REPEAT, ZERO, ADD) \
  TARGET static void NAME(                                                                      \
      const int16_t *vector, const int16_t *weights, int32_t *sums, size_t inputs) {            \
    enum { PARTS = BLOCK / LANES };                                                             \
    REGISTER total[SPLIT][BLOCKS][PARTS];                                                       \
    for (int share = 0; share < SPLIT; share++)                                                 \
      for (int block = 0; block < BLOCKS; block++)                                              \
        for (int part = 0; part < PARTS; part++)                                                \
          total[share][block][part] =                                                           \
              share ? ZERO() : LOAD((const void *)(sums + block * BLOCK + part * LANES));       \
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
    const int16_t *, size_t, const int16_t *, int32_t *, size_t, size_t);
typedef void (*ProductsOfOne)(const int16_t *, const int16_t *, int32_t *, size_t);

/// What one processor can do: how many vectors it takes at once, and how it takes one.
typedef struct {
  size_t vectors;
  Products several;
  ProductsOfOne one, fourBlocks;
} Method;

WIDEST(widestEight, 8)
WIDEST_ONE(widestOne, 1, 4)
WIDEST_ONE(widestFourBlocks, 4, 4)
WIDE(wideFour, 4)
WIDE_ONE(wideOne, 1, 4)
WIDE_ONE(wideFourBlocks, 4, 1)
NARROW(narrowTwo, 2)
NARROW_ONE(narrowOne, 1, 2)
NARROW_ONE(narrowFourBlocks, 4, 1)

static const Method widest = {8, widestEight, widestOne, widestFourBlocks};
static const Method wide = {4, wideFour, wideOne, wideFourBlocks};
static const Method narrow = {2, narrowTwo, narrowOne, narrowFourBlocks};

void addProducts(
    const int16_t *vectors, size_t stride, size_t count, const int16_t *weights, int32_t *sums,
    size_t inputs, size_t outputs) {
  const Method method = __builtin_cpu_supports("avx512vnni") ? widest
      : __builtin_cpu_supports("avx2") ? wide : narrow;
  size_t grouped = count - count % method.vectors;
  if (grouped)
    for (size_t output = 0; output < outputs; output += BLOCK)
      for (size_t number = 0; number < grouped; number += method.vectors)
        method.several(
            vectors + number * stride, stride, weights + output * inputs,
            sums + number * outputs + output, inputs, outputs);
  for (size_t number = grouped; number < count; number++) {
    const int16_t *vector = vectors + number * stride;
    size_t output = 0;
    for (; output + 4 * BLOCK <= outputs; output += 4 * BLOCK)
      method.fourBlocks(
          vector, weights + output * inputs, sums + number * outputs + output, inputs);
    for (; output < outputs; output += BLOCK)
      method.one(vector, weights + output * inputs, sums + number * outputs + output, inputs);
  }
}

#else

void addProducts(
    const int16_t *vectors, size_t stride, size_t count, const int16_t *weights, int32_t *sums,
    size_t inputs, size_t outputs) {
  for (size_t output = 0; output < outputs; output += BLOCK)
    for (size_t input = 0; input < inputs; input += 2, weights += 2 * BLOCK)
      for (size_t number = 0; number < count; number++) {
        const int16_t *vector = vectors + number * stride + input;
        int32_t *sum = sums + number * outputs + output;
        for (size_t lane = 0; lane < BLOCK; lane++)
          sum[lane] += vector[0] * weights[2 * lane] + vector[1] * weights[2 * lane + 1];
      }
}

#endif
