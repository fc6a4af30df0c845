"""Make Debian's gevent run on PyPy: pypy3 build_gevent.py FOLDER.

Debian builds gevent's event loop for CPython only. The rest of gevent is Python, and gevent can also reach libev through
cffi; what Debian's package lacks for that is the C side of the module gevent.libev._corecffi. Here it is written anew,
from what gevent's Python side asks of it, and compiled against Debian's libev.
"""

import shutil
import sys
from pathlib import Path

from cffi import FFI

PACKAGES = Path("/usr/lib/python3/dist-packages")

CONSTANTS = """
EV_UNDEF EV_NONE EV_READ EV_WRITE EV__IOFDSET EV_TIMER EV_PERIODIC EV_SIGNAL EV_CHILD EV_STAT EV_IDLE EV_PREPARE EV_CHECK
EV_EMBED EV_FORK EV_CLEANUP EV_ASYNC EV_CUSTOM EV_ERROR EV_MINPRI EV_MAXPRI EV_VERSION_MAJOR EV_VERSION_MINOR
EVFLAG_NOENV EVFLAG_FORKCHECK EVFLAG_NOINOTIFY EVFLAG_SIGNALFD EVFLAG_NOSIGMASK EVBACKEND_SELECT EVBACKEND_POLL
EVBACKEND_EPOLL EVBACKEND_KQUEUE EVBACKEND_PORT EVBACKEND_LINUXAIO EVBACKEND_IOURING EVBACKEND_ALL EVBACKEND_MASK
EVRUN_NOWAIT EVRUN_ONCE EVBREAK_ONE LIBEV_EMBED
"""

# The watchers that gevent starts: fields that it reads, and what their init takes besides watcher and callback.
WATCHERS = {
    "ev_io": ("int fd; int events;", "int, int"),
    "ev_timer": ("double at;", "double, double"),
    "ev_signal": ("", "int"),
    "ev_idle": ("", ""),
    "ev_prepare": ("", ""),
    "ev_check": ("", ""),
    "ev_fork": ("", ""),
    "ev_async": ("", ""),
    "ev_child": ("int pid; int rpid; int rstatus;", "int, int"),
    "ev_stat": ("struct stat attr; struct stat prev; double interval;", "char*, double"),
}

LOOP = """
struct ev_loop;
struct ev_watcher { void* data; ...; };
struct stat { nlink_t st_nlink; ...; };
double ev_time(void);
int ev_version_major(void);
int ev_version_minor(void);
unsigned int ev_supported_backends(void);
unsigned int ev_recommended_backends(void);
unsigned int ev_embeddable_backends(void);
struct ev_loop* ev_loop_new(unsigned int flags);
void ev_loop_destroy(struct ev_loop*);
void ev_loop_fork(struct ev_loop*);
int ev_is_default_loop(struct ev_loop*);
unsigned int ev_iteration(struct ev_loop*);
unsigned int ev_depth(struct ev_loop*);
unsigned int ev_backend(struct ev_loop*);
unsigned int ev_pending_count(struct ev_loop*);
void ev_verify(struct ev_loop*);
double ev_now(struct ev_loop*);
void ev_now_update(struct ev_loop*);
int ev_run(struct ev_loop*, int flags);
void ev_break(struct ev_loop*, int how);
void ev_ref(struct ev_loop*);
void ev_unref(struct ev_loop*);
void ev_feed_fd_event(struct ev_loop*, int fd, int revents);
void ev_feed_event(struct ev_loop*, void* watcher, int revents);
void ev_set_userdata(struct ev_loop*, void*);
void* ev_userdata(struct ev_loop*);
void ev_set_syserr_cb(void (*)(const char*));
int ev_is_active(void* watcher);
int ev_is_pending(void* watcher);
int ev_priority(void* watcher);
void ev_set_priority(void* watcher, int priority);
void ev_timer_again(struct ev_loop*, struct ev_timer*);
void ev_async_send(struct ev_loop*, struct ev_async*);
int ev_async_pending(struct ev_async*);
void gevent_set_ev_alloc(void);
struct ev_loop* gevent_ev_default_loop(unsigned int flags);
void gevent_install_sigchld_handler(void);
void gevent_reset_sigchld_handler(void);
void gevent_zero_timer(struct ev_timer*);
void gevent_zero_check(struct ev_check*);
void gevent_zero_prepare(struct ev_prepare*);
void (*gevent_noop)(struct ev_loop*, struct ev_timer*, int);
void _gevent_generic_callback(struct ev_loop*, struct ev_watcher*, int);
extern "Python" {
    int python_callback(void* handle, int revents);
    void python_handle_error(void* handle, int revents);
    void python_stop(void* handle);
    void python_check_callback(struct ev_loop*, void*, int);
    void python_prepare_callback(struct ev_loop*, void*, int);
    void _syserr_cb(const char*);
}
"""

SOURCE = """
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <ev.h>
#define LIBEV_EMBED 0

static int python_callback(void*, int);
static void python_handle_error(void*, int);
static void python_stop(void*);

static void _gevent_generic_callback(struct ev_loop* loop, struct ev_watcher* watcher, int revents) {
    /* -1: it raised; 1: it ran; 2: it stopped its watcher, whose memory may be gone. */
    switch (python_callback(watcher->data, revents)) {
    case -1: python_handle_error(watcher->data, revents); break;
    case 1: if (!ev_is_active(watcher)) python_stop(watcher->data); break;
    }
}

static void nothing(struct ev_loop* loop, struct ev_timer* watcher, int revents) {}
static void (*gevent_noop)(struct ev_loop*, struct ev_timer*, int) = nothing;

/* libev's own allocator is the C library's already. */
static void gevent_set_ev_alloc(void) {}

/* The default loop takes SIGCHLD for its own; a program gets its handler back until it starts a child watcher. */
static struct sigaction libevs, programs;
static int installed = 0;
static struct ev_loop* gevent_ev_default_loop(unsigned int flags) {
    struct ev_loop* loop;
    if (installed) return ev_default_loop(flags);
    sigaction(SIGCHLD, NULL, &programs);
    loop = ev_default_loop(flags);
    sigaction(SIGCHLD, &programs, &libevs);
    return loop;
}
static void gevent_install_sigchld_handler(void) {
    if (!installed) sigaction(SIGCHLD, &libevs, &programs);
    installed = 1;
}
static void gevent_reset_sigchld_handler(void) {
    if (installed) sigaction(SIGCHLD, &programs, NULL);
    installed = 0;
}

static void gevent_zero_timer(struct ev_timer* watcher) { memset(watcher, 0, sizeof *watcher); }
static void gevent_zero_check(struct ev_check* watcher) { memset(watcher, 0, sizeof *watcher); }
static void gevent_zero_prepare(struct ev_prepare* watcher) { memset(watcher, 0, sizeof *watcher); }
"""


def declarations():
    """Return what the Python side may use, in cffi's C."""
    parts = [f"#define {name} ..." for name in CONSTANTS.split()] + ["typedef int... nlink_t;", LOOP]
    for name, (fields, arguments) in WATCHERS.items():
        more = f", {arguments}" if arguments else ""
        parts.append(f"struct {name} {{ void* data; {fields} ...; }};")
        parts.append(f"void {name}_init(struct {name}*, void* callback{more});")
        parts.append(f"void {name}_start(struct ev_loop*, struct {name}*);")
        parts.append(f"void {name}_stop(struct ev_loop*, struct {name}*);")
    # A type must be named before it is used.
    return "\n".join(sorted(parts, key=lambda part: not part.startswith(("#define", "typedef", "struct ev_"))))


def build(folder):
    """Copy Debian's gevent and what it needs into the folder, and compile the missing module there."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ["gevent", "zope/event", "zope/interface"]:
        shutil.copytree(PACKAGES / name, folder / name, ignore=shutil.ignore_patterns("*.so", "__pycache__", "tests"))
    ffi = FFI()
    ffi.cdef(declarations())
    ffi.set_source("gevent.libev._corecffi", SOURCE, libraries=["ev"])
    ffi.compile(tmpdir=str(folder))


if __name__ == "__main__":
    build(Path(sys.argv[1]).resolve())
