#include "CModels.h"

// Sums over rows of tables. The loops are plain, for the compiler to turn into instructions on many
// numbers at once; each is compiled again for processors with AVX2 and for those with AVX-512.

#if defined(__x86_64__)
#define EACH(RESULT, NAME, PARAMETERS, ARGUMENTS, BODY)                                         \
  static RESULT NAME##Plain PARAMETERS BODY                                                     \
  __attribute__((target("avx2"))) static RESULT NAME##Wide PARAMETERS BODY                      \
  __attribute__((target("avx512bw,avx512vl"))) static RESULT NAME##Widest PARAMETERS BODY       \
  RESULT NAME PARAMETERS {                                                                      \
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))               \
      NAME##Widest ARGUMENTS;                                                                   \
    else if (__builtin_cpu_supports("avx2")) NAME##Wide ARGUMENTS;                              \
    else NAME##Plain ARGUMENTS;                                                                 \
  }
#else
#define EACH(RESULT, NAME, PARAMETERS, ARGUMENTS, BODY) RESULT NAME PARAMETERS BODY
#endif

enum { WIDTH = 64, HIDDEN = 128, ACTIONS = 3 };

EACH(void, sumByteRows,
  (const int8_t *table, const int32_t *rows, size_t count, int shift, int16_t *restrict vector),
  (table, rows, count, shift, vector),
  {
    int16_t sum[WIDTH] = {0};
    for (size_t number = 0; number < count; number++) {
      const int8_t *row = table + (size_t)rows[number] * WIDTH;
      for (int index = 0; index < WIDTH; index++) sum[index] += row[index];
    }
    for (int index = 0; index < WIDTH; index++) vector[index] = (int16_t)(sum[index] << shift);
  })

static inline int32_t within(int32_t low, int32_t number, int32_t high) {
  return number < low ? low : number > high ? high : number;
}

EACH(void, addRectified,
  (int16_t *restrict numbers, const int32_t *restrict sums, size_t count),
  (numbers, sums, count),
  {
    for (size_t index = 0; index < count; index++)
      numbers[index] = (int16_t)within(
          -32767, numbers[index] + within(0, sums[index] >> 12, 16383), 32767);
  })

EACH(void, narrowShares,
  (const int32_t *restrict sums, int16_t *restrict shares),
  (sums, shares),
  {
    for (int index = 0; index < HIDDEN; index++)
      shares[index] = (int16_t)within(-8191, sums[index] >> 11, 8191);
  })

EACH(void, sumWideRows,
  (const int16_t *const *rows, size_t count, int16_t *restrict hidden),
  (rows, count, hidden),
  {
    int16_t sum[HIDDEN] = {0};
    for (size_t number = 0; number < count; number++)
      for (int index = 0; index < HIDDEN; index++) sum[index] += rows[number][index];
    for (int index = 0; index < HIDDEN; index++)
      hidden[index] = sum[index] > 0 ? sum[index] : 0;
  })

EACH(void, sumActions,
  (const int16_t *vector, const int16_t *weights, const int32_t *start, int32_t *sums),
  (vector, weights, start, sums),
  {
    for (int action = 0; action < ACTIONS; action++) {
      int32_t sum = 0;
      for (int index = 0; index < HIDDEN; index++)
        sum += vector[index] * weights[action * HIDDEN + index];
      sums[action] = start[action] + sum;
    }
  })

EACH(void, addWideRow,
  (int16_t *restrict numbers, const int16_t *restrict row),
  (numbers, row),
  {
    for (int index = 0; index < HIDDEN; index++) numbers[index] += row[index];
  })

void fetchRows(
    const int8_t *weights, const uint32_t *hashes, size_t count, uint32_t shift, size_t classes) {
  for (size_t number = 0; number < count; number++) {
    const int8_t *row = weights + (hashes[number] >> shift);
    __builtin_prefetch(row);
    __builtin_prefetch(row + classes - 1);
  }
}

// Rows lie anywhere: reading no more of them than is needed saves a cache line now and then. The classes
// are some few more than the width: the first of these is summed beside the others, in a register.
EACH(void, addScores,
  (const int8_t *weights, const uint32_t *hashes, size_t count, uint32_t shift,
   const int16_t *start, int16_t *scores, size_t classes),
  (weights, hashes, count, shift, start, scores, classes),
  {
    size_t whole = classes < WIDTH ? 0 : WIDTH;
    if (whole) {
      int16_t sum[WIDTH];
      int next = classes > WIDTH ? start[WIDTH] : 0;
      for (int index = 0; index < WIDTH; index++) sum[index] = start[index];
      for (size_t number = 0; number < count; number++) {
        const int8_t *row = weights + (hashes[number] >> shift);
        for (int index = 0; index < WIDTH; index++) sum[index] += row[index];
        if (classes > WIDTH) next += row[WIDTH];
      }
      for (int index = 0; index < WIDTH; index++) scores[index] = sum[index];
      if (classes > WIDTH) scores[whole++] = (int16_t)next;
    }
    for (size_t index = whole; index < classes; index++) {
      int sum = start[index];
      for (size_t number = 0; number < count; number++)
        sum += weights[(hashes[number] >> shift) + index];
      scores[index] = (int16_t)sum;
    }
  })

static size_t highestScorePlain(const int16_t *scores, size_t count) {
  int16_t highest = INT16_MIN;
  for (size_t index = 0; index < count; index++)
    highest = scores[index] > highest ? scores[index] : highest;
  size_t best = 0;
  while (best + 1 < count && scores[best] != highest) best++;
  return best;
}

#if defined(__x86_64__)

#include <immintrin.h>

// Sixteen scores at once, with a last step that may overlap the one before it.
__attribute__((target("avx2"))) static size_t highestScoreWide(
    const int16_t *scores, size_t count) {
  if (count < 16) return highestScorePlain(scores, count);
  __m256i most = _mm256_loadu_si256((const void *)(scores + count - 16));
  for (size_t index = 0; index + 16 <= count; index += 16)
    most = _mm256_max_epi16(most, _mm256_loadu_si256((const void *)(scores + index)));
  __m128i half = _mm_max_epi16(_mm256_castsi256_si128(most), _mm256_extracti128_si256(most, 1));
  // The lowest of unsigned numbers is the highest of signed ones turned round.
  half = _mm_minpos_epu16(_mm_xor_si128(half, _mm_set1_epi16(0x7FFF)));
  const int16_t highest = (int16_t)(_mm_extract_epi16(half, 0) ^ 0x7FFF);
  const __m256i wanted = _mm256_set1_epi16(highest);
  for (size_t index = 0; index + 16 <= count; index += 16) {
    __m256i same = _mm256_cmpeq_epi16(wanted, _mm256_loadu_si256((const void *)(scores + index)));
    int mask = _mm256_movemask_epi8(same);
    if (mask) return index + (size_t)__builtin_ctz((unsigned)mask) / 2;
  }
  size_t best = count - count % 16;
  while (best + 1 < count && scores[best] != highest) best++;
  return best;
}

// Eight sums at once; those that are left over one by one.
__attribute__((target("avx2"))) static size_t highestSumWide(const int32_t *sums, size_t count) {
  __m256i most = _mm256_set1_epi32(INT32_MIN);
  size_t index = 0;
  for (; index + 8 <= count; index += 8)
    most = _mm256_max_epi32(most, _mm256_loadu_si256((const void *)(sums + index)));
  int32_t lanes[8];
  _mm256_storeu_si256((void *)lanes, most);
  int32_t highest = INT32_MIN;
  for (int lane = 0; lane < 8; lane++) highest = lanes[lane] > highest ? lanes[lane] : highest;
  for (; index < count; index++) highest = sums[index] > highest ? sums[index] : highest;
  const __m256i wanted = _mm256_set1_epi32(highest);
  for (index = 0; index + 8 <= count; index += 8) {
    __m256i same = _mm256_cmpeq_epi32(wanted, _mm256_loadu_si256((const void *)(sums + index)));
    int mask = _mm256_movemask_ps(_mm256_castsi256_ps(same));
    if (mask) return index + (size_t)__builtin_ctz((unsigned)mask);
  }
  while (index + 1 < count && sums[index] != highest) index++;
  return index;
}

#endif

size_t highestScore(const int16_t *scores, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return highestScoreWide(scores, count);
#endif
  return highestScorePlain(scores, count);
}

size_t highestSum(const int32_t *sums, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return highestSumWide(sums, count);
#endif
  int32_t highest = INT32_MIN;
  for (size_t index = 0; index < count; index++)
    highest = sums[index] > highest ? sums[index] : highest;
  size_t best = 0;
  while (best + 1 < count && sums[best] != highest) best++;
  return best;
}
