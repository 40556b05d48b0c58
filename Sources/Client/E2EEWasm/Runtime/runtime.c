/* What Embedded Swift wants of its host on wasm32: memory, and a few names of the C library.
 *
 * Memory is given out in powers of two from 16 bytes. A block that is freed is wiped before it waits for the next who
 * wants one of its size, so that keys and texts do not linger in memory. Blocks are not put together again: what waits
 * is never more than what was once in use.
 *
 * Compiled by dev/build-wasm.sh alone.
 */
#include <stddef.h>
#include <stdint.h>

enum {
    smallest_class = 4,  /* 16 bytes */
    classes = 28,        /* up to 128 MiB, half of what the module may have: dev/build-wasm.sh */
    page = 65536,
    pages_at_once = 16,
    invalid = 22,        /* EINVAL */
    exhausted = 12,      /* ENOMEM */
};

/* Stands in front of each block, and keeps what follows at a multiple of 16. */
typedef struct header {
    uint32_t class;
    uint32_t padding[3];
} header;

typedef struct waiting {
    struct waiting *next;
} waiting;

extern unsigned char __heap_base;
static uintptr_t top;
static waiting *lists[classes];

static unsigned class_of(size_t count) {
    if (count <= (size_t)1 << smallest_class) return smallest_class;
    return 32 - (unsigned)__builtin_clz((unsigned)(count - 1));
}

static header *unused(size_t count) {
    if (top == 0) top = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
    uintptr_t end = (uintptr_t)__builtin_wasm_memory_size(0) * page;
    uintptr_t wanted = top + sizeof(header) + count;
    if (wanted > end) {
        size_t pages = (wanted - end + page - 1) / page;
        if (pages < pages_at_once) pages = pages_at_once;
        if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return 0;
    }
    header *block = (header *)top;
    top = wanted;
    return block;
}

int posix_memalign(void **out, size_t alignment, size_t count) {
    if (alignment > sizeof(header)) return invalid;
    unsigned class = class_of(count);
    if (class >= classes) return exhausted;
    waiting *block = lists[class];
    if (block) {
        lists[class] = block->next;
        block->next = 0;
        *out = block;
        return 0;
    }
    header *fresh = unused((size_t)1 << class);
    if (!fresh) return exhausted;
    fresh->class = class;
    *out = fresh + 1;
    return 0;
}

void free(void *pointer) {
    if (!pointer) return;
    unsigned class = ((header *)pointer - 1)->class;
    __builtin_memset(pointer, 0, (size_t)1 << class);
    waiting *block = pointer;
    block->next = lists[class];
    lists[class] = block;
}

uintptr_t __stack_chk_guard = 0x5ca1ab1e;
void __stack_chk_fail(void) { __builtin_trap(); }

/* With bulk memory these are single instructions, not calls of themselves. */
void *memcpy(void *to, const void *from, size_t count) { return __builtin_memcpy(to, from, count); }
void *memmove(void *to, const void *from, size_t count) { return __builtin_memmove(to, from, count); }
void *memset(void *to, int byte, size_t count) { return __builtin_memset(to, byte, count); }

/* For what is not secret: it stops at the first difference. */
int memcmp(const void *left, const void *right, size_t count) {
    const unsigned char *one = left, *other = right;
    for (; count > 0; count--, one++, other++) {
        if (*one != *other) return *one - *other;
    }
    return 0;
}

/* Multiplies 128 bits: what the compiler asks for where a product of 64 bits is checked for overflow. By halves of 64
 * bits, of which the lower two are multiplied by quarters of 32, for a product of 128 bits would call this again. */
typedef unsigned __int128 wide;

wide __multi3(wide left, wide right) {
    const uint64_t quarter = 0xffffffff;
    uint64_t a = (uint64_t)left, b = (uint64_t)right;
    uint64_t low = (a & quarter) * (b & quarter);
    uint64_t one = (a >> 32) * (b & quarter) + (low >> 32);
    uint64_t other = (a & quarter) * (b >> 32) + (one & quarter);
    uint64_t high = (a >> 32) * (b >> 32) + (one >> 32) + (other >> 32);
    high += (uint64_t)(left >> 64) * b + a * (uint64_t)(right >> 64);
    return (wide)high << 64 | other << 32 | (low & quarter);
}
