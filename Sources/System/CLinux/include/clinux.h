// The few lines of C that Swift cannot say on Linux.
//
// Thread identity and errno are kept out of line on purpose: glibc declares pthread_self() and __errno_location()
// __attribute__((const)), so an inlined call made before an `await` would be reused after it, on another thread.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/types.h>

// The object that owns the calling thread, or NULL.
void *clinux_thread_owner(void);
void clinux_set_thread_owner(void *owner);

// The errno of the call that has just failed on this thread.
int clinux_errno(void);

// epoll. Each returns -errno on failure. `token` comes back with the event.
int clinux_epoll_create(void);
int clinux_epoll_add(int epoll, int fd, uint32_t events, uint64_t token);
int clinux_epoll_remove(int epoll, int fd);
int clinux_epoll_wait(int epoll, struct epoll_event *events, int capacity, int timeout_ms);
uint64_t clinux_event_token(const struct epoll_event *events, int index);
uint32_t clinux_event_bits(const struct epoll_event *events, int index);

// eventfd. A non-blocking one wakes a loop: taking takes all signals. A blocking one parks threads: each signal lets
// exactly one of them go.
int clinux_eventfd(int nonblocking);
void clinux_eventfd_signal(int fd);
void clinux_eventfd_take(int fd);
void clinux_close(int fd);

// Sockets. Each returns -errno on failure.
// Listens on a numeric IPv4 or IPv6 address with SO_REUSEPORT; port 0 chooses one.
int clinux_listen(const char *address, uint16_t port, int backlog);
// 0 when nobody listens there, also nobody who would share the port.
int clinux_check_free(const char *address, uint16_t port);
// The port that a socket is bound to.
int clinux_local_port(int fd);
// Accepts one connection, non-blocking, with TCP_NODELAY, and writes the peer's numeric address.
int clinux_accept(int listener, char *peer, size_t peer_capacity);
// Starts a non-blocking connection; writable means done, then ask clinux_socket_error.
int clinux_connect(const char *address, uint16_t port);
int clinux_socket_error(int fd);
ssize_t clinux_recv(int fd, void *buffer, size_t count);
ssize_t clinux_send(int fd, const void *buffer, size_t count);
int clinux_set_not_sent_low_water(int fd, uint32_t bytes);
int clinux_shutdown_write(int fd);

// Clocks, in nanoseconds.
uint64_t clinux_monotonic_ns(void);
uint64_t clinux_realtime_ns(void);

// Threads: runs `body(context)` on a new detached thread named `name`. Returns -errno on failure.
int clinux_thread_start(const char *name, void (*body)(void *), void *context);
// The calling thread gives way to every other one at once, and runs when they leave a processor idle (SCHED_IDLE).
void clinux_thread_lower_priority(void);

// Takes an exclusive lock on a file, which it makes, for as long as the descriptor that it returns is open;
// -EWOULDBLOCK when another process has it. The kernel gives it up with the process, however that ends.
int clinux_lock_file(const char *path);
// 0 when no process has such a lock, -EWOULDBLOCK when one has. Makes nothing, and keeps nobody waiting.
int clinux_probe_lock(const char *path);

// Signals: blocks `signals` in the calling thread and those it starts, and returns a descriptor to read them from.
int clinux_signalfd(const int *signals, size_t count, int nonblocking);
// The next signal read from it, or -errno.
int clinux_signalfd_read(int fd);
// Ignores SIGPIPE and SIGXFSZ: a peer that has gone and a file that may not grow are errors of the call, not the end
// of the process.
void clinux_ignore_write_signals(void);

// The resident set of this process in bytes, and the open file limit raised to its hard maximum.
uint64_t clinux_resident_bytes(void);
uint64_t clinux_raise_open_files(void);
