#define _GNU_SOURCE 1
#include "clinux.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static _Thread_local void *thread_owner;

void *clinux_thread_owner(void) { return thread_owner; }
void clinux_set_thread_owner(void *owner) { thread_owner = owner; }
int clinux_errno(void) { return errno; }

static int or_error(int result) { return result < 0 ? -errno : result; }

int clinux_epoll_create(void) { return or_error(epoll_create1(EPOLL_CLOEXEC)); }

int clinux_epoll_add(int epoll, int fd, uint32_t events, uint64_t token) {
    struct epoll_event event = {.events = events, .data = {.u64 = token}};
    return or_error(epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event));
}

int clinux_epoll_remove(int epoll, int fd) { return or_error(epoll_ctl(epoll, EPOLL_CTL_DEL, fd, NULL)); }

int clinux_epoll_wait(int epoll, struct epoll_event *events, int capacity, int timeout_ms) {
    return or_error(epoll_wait(epoll, events, capacity, timeout_ms));
}

uint64_t clinux_event_token(const struct epoll_event *events, int index) { return events[index].data.u64; }
uint32_t clinux_event_bits(const struct epoll_event *events, int index) { return events[index].events; }

int clinux_eventfd(int nonblocking) {
    return or_error(eventfd(0, EFD_CLOEXEC | (nonblocking ? EFD_NONBLOCK : EFD_SEMAPHORE)));
}

void clinux_eventfd_signal(int fd) {
    uint64_t one = 1;
    while (write(fd, &one, sizeof one) < 0 && errno == EINTR) {}
}

void clinux_eventfd_take(int fd) {
    uint64_t count;
    while (read(fd, &count, sizeof count) < 0 && errno == EINTR) {}
}

void clinux_close(int fd) { close(fd); }

// Fills `out` from a numeric address; returns its length, or -EINVAL.
static int parse_address(const char *address, uint16_t port, struct sockaddr_storage *out) {
    memset(out, 0, sizeof *out);
    struct sockaddr_in *v4 = (struct sockaddr_in *)out;
    if (inet_pton(AF_INET, address, &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        return sizeof *v4;
    }
    struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)out;
    if (inet_pton(AF_INET6, address, &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        return sizeof *v6;
    }
    return -EINVAL;
}

static int close_with_error(int fd) {
    int error = errno;
    close(fd);
    return -error;
}

int clinux_listen(const char *address, uint16_t port, int backlog) {
    struct sockaddr_storage where;
    int length = parse_address(address, port, &where);
    if (length < 0) return length;
    int fd = socket(where.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) return -errno;
    int on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    if (bind(fd, (struct sockaddr *)&where, (socklen_t)length) < 0) return close_with_error(fd);
    if (listen(fd, backlog) < 0) return close_with_error(fd);
    return fd;
}

int clinux_check_free(const char *address, uint16_t port) {
    struct sockaddr_storage where;
    int length = parse_address(address, port, &where);
    if (length < 0) return length;
    int fd = socket(where.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return -errno;
    // Without SO_REUSEPORT the kernel refuses an address that somebody listens on; with SO_REUSEADDR it does not mind
    // connections of an earlier process that still linger.
    int on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, (struct sockaddr *)&where, (socklen_t)length) < 0) return close_with_error(fd);
    close(fd);
    return 0;
}

int clinux_local_port(int fd) {
    struct sockaddr_storage where;
    socklen_t length = sizeof where;
    if (getsockname(fd, (struct sockaddr *)&where, &length) < 0) return -errno;
    if (where.ss_family == AF_INET6) return ntohs(((struct sockaddr_in6 *)&where)->sin6_port);
    return ntohs(((struct sockaddr_in *)&where)->sin_port);
}

static void set_no_delay(int fd) {
    int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

int clinux_accept(int listener, char *peer, size_t peer_capacity) {
    struct sockaddr_storage from;
    socklen_t length = sizeof from;
    int fd = accept4(listener, (struct sockaddr *)&from, &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd < 0) return -errno;
    set_no_delay(fd);
    const void *raw = from.ss_family == AF_INET6 ? (const void *)&((struct sockaddr_in6 *)&from)->sin6_addr
                                                 : (const void *)&((struct sockaddr_in *)&from)->sin_addr;
    if (!inet_ntop(from.ss_family, raw, peer, (socklen_t)peer_capacity) && peer_capacity > 0) peer[0] = 0;
    return fd;
}

int clinux_connect(const char *address, uint16_t port) {
    struct sockaddr_storage where;
    int length = parse_address(address, port, &where);
    if (length < 0) return length;
    int fd = socket(where.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) return -errno;
    set_no_delay(fd);
    if (connect(fd, (struct sockaddr *)&where, (socklen_t)length) < 0 && errno != EINPROGRESS) {
        return close_with_error(fd);
    }
    return fd;
}

int clinux_socket_error(int fd) {
    int error = 0;
    socklen_t length = sizeof error;
    if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &length) < 0) return errno;
    return error;
}

ssize_t clinux_recv(int fd, void *buffer, size_t count) {
    ssize_t result = recv(fd, buffer, count, MSG_DONTWAIT);
    return result < 0 ? -errno : result;
}

ssize_t clinux_send(int fd, const void *buffer, size_t count) {
    ssize_t result = send(fd, buffer, count, MSG_NOSIGNAL | MSG_DONTWAIT);
    return result < 0 ? -errno : result;
}

int clinux_set_not_sent_low_water(int fd, uint32_t bytes) {
    return or_error(setsockopt(fd, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &bytes, sizeof bytes));
}

int clinux_shutdown_write(int fd) { return or_error(shutdown(fd, SHUT_WR)); }

static uint64_t clock_ns(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

uint64_t clinux_monotonic_ns(void) { return clock_ns(CLOCK_MONOTONIC); }
uint64_t clinux_realtime_ns(void) { return clock_ns(CLOCK_REALTIME); }

int clinux_lock_file(const char *path) {
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) return -errno;
    if (flock(fd, LOCK_EX | LOCK_NB) < 0) return close_with_error(fd);
    return fd;
}

int clinux_probe_lock(const char *path) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return -errno;
    int result = flock(fd, LOCK_SH | LOCK_NB) < 0 ? -errno : 0;
    close(fd);
    return result;
}

struct thread_start {
    void (*body)(void *);
    void *context;
};

static void *thread_main(void *raw) {
    struct thread_start start = *(struct thread_start *)raw;
    free(raw);
    start.body(start.context);
    return NULL;
}

int clinux_thread_start(const char *name, void (*body)(void *), void *context) {
    struct thread_start *start = malloc(sizeof *start);
    if (!start) return -ENOMEM;
    *start = (struct thread_start){body, context};
    pthread_t thread;
    int error = pthread_create(&thread, NULL, thread_main, start);
    if (error) {
        free(start);
        return -error;
    }
    char shortened[16];
    snprintf(shortened, sizeof shortened, "%s", name);
    pthread_setname_np(thread, shortened);
    pthread_detach(thread);
    return 0;
}

void clinux_thread_lower_priority(void) {
    struct sched_param none = {0};
    sched_setscheduler(0, SCHED_IDLE, &none);
}

int clinux_signalfd(const int *signals, size_t count, int nonblocking) {
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < count; i++) sigaddset(&set, signals[i]);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    return or_error(signalfd(-1, &set, SFD_CLOEXEC | (nonblocking ? SFD_NONBLOCK : 0)));
}

int clinux_signalfd_read(int fd) {
    struct signalfd_siginfo info;
    ssize_t got = read(fd, &info, sizeof info);
    if (got < 0) return -errno;
    return got == (ssize_t)sizeof info ? (int)info.ssi_signo : -EIO;
}

void clinux_ignore_write_signals(void) {
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

uint64_t clinux_resident_bytes(void) {
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file) return 0;
    unsigned long total = 0, resident = 0;
    int read = fscanf(file, "%lu %lu", &total, &resident);
    fclose(file);
    return read == 2 ? (uint64_t)resident * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
}

uint64_t clinux_raise_open_files(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) < 0) return 0;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    return (uint64_t)limit.rlim_cur;
}
