// What Embedded Swift wants of its host, as little as a test needs: memory is never given back.
#include <stddef.h>
#include <stdint.h>

extern unsigned char __heap_base;
static uintptr_t top;

int posix_memalign(void **out, size_t alignment, size_t count) {
    if (top == 0) top = (uintptr_t)&__heap_base;
    uintptr_t start = (top + alignment - 1) & ~(uintptr_t)(alignment - 1);
    uintptr_t there = (uintptr_t)__builtin_wasm_memory_size(0) << 16;
    if (start + count > there) {
        size_t pages = (start + count - there + 65535) >> 16;
        if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return 12;
    }
    top = start + count;
    *out = (void *)start;
    return 0;
}

void free(void *pointer) { (void)pointer; }

uintptr_t __stack_chk_guard = 0x5ca1ab1e;
void __stack_chk_fail(void) { __builtin_trap(); }

// With bulk memory these are single instructions, not calls of themselves.
void *memcpy(void *to, const void *from, size_t count) { return __builtin_memcpy(to, from, count); }
void *memmove(void *to, const void *from, size_t count) { return __builtin_memmove(to, from, count); }
void *memset(void *to, int byte, size_t count) { return __builtin_memset(to, byte, count); }
int memcmp(const void *left, const void *right, size_t count) {
    const unsigned char *one = left, *other = right;
    for (; count > 0; count--, one++, other++) {
        if (*one != *other) return *one - *other;
    }
    return 0;
}
