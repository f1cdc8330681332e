#include "CModels.h"

// Sixteen outputs are computed at a time: their weights lie in one stream. The products of two
// neighbouring inputs are summed by one instruction of x86, "multiply and add packed words".

enum { BLOCK = 16 };

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

static inline int32_t pair(const int16_t *numbers) {
  int32_t both;
  memcpy(&both, numbers, sizeof both);
  return both;
}

// `VECTORS` vectors at once, so that weights are fetched once for all of them.
#define PRODUCTS(NAME, TARGET, VECTORS, REGISTER, LANES, LOAD, STORE, MULTIPLY, ADD, REPEAT)     \
  TARGET static void NAME(                                                                      \
      const int16_t *vectors, size_t stride, const int16_t *weights, int32_t *sums,             \
      size_t inputs, size_t outputs) {                                                          \
    REGISTER total[VECTORS][BLOCK / LANES];                                                     \
    for (int number = 0; number < VECTORS; number++)                                            \
      for (int part = 0; part < BLOCK / LANES; part++)                                          \
        total[number][part] =                                                                   \
            LOAD((const REGISTER *)(sums + number * outputs + part * LANES));                   \
    for (size_t input = 0; input < inputs; input += 2, weights += 2 * BLOCK)                    \
      for (int part = 0; part < BLOCK / LANES; part++) {                                        \
        REGISTER weight = LOAD((const REGISTER *)(weights + 2 * part * LANES));                 \
        for (int number = 0; number < VECTORS; number++)                                        \
          total[number][part] =                                                                 \
              ADD(total[number][part],                                                          \
                  MULTIPLY(weight, REPEAT(pair(vectors + number * stride + input))));           \
      }                                                                                         \
    for (int number = 0; number < VECTORS; number++)                                            \
      for (int part = 0; part < BLOCK / LANES; part++)                                          \
        STORE((REGISTER *)(sums + number * outputs + part * LANES), total[number][part]);       \
  }

#define WIDE(NAME, VECTORS)                                                                     \
  PRODUCTS(                                                                                     \
      NAME, __attribute__((target("avx2"))), VECTORS, __m256i, 8, _mm256_loadu_si256,           \
      _mm256_storeu_si256, _mm256_madd_epi16, _mm256_add_epi32, _mm256_set1_epi32)
#define NARROW(NAME, VECTORS)                                                                   \
  PRODUCTS(                                                                                     \
      NAME, , VECTORS, __m128i, 4, _mm_loadu_si128, _mm_storeu_si128, _mm_madd_epi16,           \
      _mm_add_epi32, _mm_set1_epi32)

WIDE(wideFour, 4)
WIDE(wideOne, 1)
NARROW(narrowTwo, 2)
NARROW(narrowOne, 1)

void addProducts(
    const int16_t *vectors, size_t stride, size_t count, const int16_t *weights, int32_t *sums,
    size_t inputs, size_t outputs) {
  int isWide = __builtin_cpu_supports("avx2");
  size_t step = isWide ? 4 : 2;
  for (size_t output = 0; output < outputs; output += BLOCK, weights += BLOCK * inputs) {
    size_t number = 0;
    for (; number + step <= count; number += step)
      (isWide ? wideFour : narrowTwo)(
          vectors + number * stride, stride, weights, sums + number * outputs + output, inputs,
          outputs);
    for (; number < count; number++)
      (isWide ? wideOne : narrowOne)(
          vectors + number * stride, stride, weights, sums + number * outputs + output, inputs,
          outputs);
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
