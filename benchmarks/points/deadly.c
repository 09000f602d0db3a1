/* Counts the calls that change a disk or a connection, and kills this process at the one it was armed for.
 *
 * Preloaded before libc. `deadly_arm(n, half)` begins to count: the n-th call is not made (of a write, half of it is
 * made when `half` is set) and the process is gone. n = 0 only counts; n < 0 stops. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static long armed = -1, seen = 0;
static int torn = 0;

void deadly_arm(long n, int half) { seen = 0; torn = half; armed = n; }
long deadly_seen(void) { return seen; }

static int due(void) { return armed >= 0 && __sync_add_and_fetch(&seen, 1) == armed; }
static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define CUT(half_of_it) do { if (due()) { if (torn) { half_of_it; } die(); } } while (0)

ssize_t write(int f, const void *b, size_t n) { REAL(write); CUT(real(f, b, n / 2)); return real(f, b, n); }
ssize_t pwrite(int f, const void *b, size_t n, off_t o) { REAL(pwrite); CUT(real(f, b, n / 2, o)); return real(f, b, n, o); }
ssize_t pwrite64(int f, const void *b, size_t n, off64_t o) { REAL(pwrite64); CUT(real(f, b, n / 2, o)); return real(f, b, n, o); }
ssize_t writev(int f, const struct iovec *v, int n) { REAL(writev); CUT(real(f, v, n / 2)); return real(f, v, n); }
ssize_t send(int f, const void *b, size_t n, int o) { REAL(send); CUT(real(f, b, n / 2, o)); return real(f, b, n, o); }
ssize_t sendmsg(int f, const struct msghdr *m, int o) { REAL(sendmsg); CUT((void)0); return real(f, m, o); }
int fsync(int f) { REAL(fsync); CUT((void)0); return real(f); }
int fdatasync(int f) { REAL(fdatasync); CUT((void)0); return real(f); }
int ftruncate(int f, off_t n) { REAL(ftruncate); CUT((void)0); return real(f, n); }
int ftruncate64(int f, off64_t n) { REAL(ftruncate64); CUT((void)0); return real(f, n); }
int rename(const char *a, const char *b) { REAL(rename); CUT((void)0); return real(a, b); }
int renameat(int d, const char *a, int e, const char *b) { REAL(renameat); CUT((void)0); return real(d, a, e, b); }
int unlink(const char *a) { REAL(unlink); CUT((void)0); return real(a); }
int unlinkat(int d, const char *a, int o) { REAL(unlinkat); CUT((void)0); return real(d, a, o); }
